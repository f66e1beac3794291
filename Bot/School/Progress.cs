namespace Milestones.School;

/// <summary>What logging does to a goal.</summary>
/// <param name="Steps">Milestones this entry reached.</param>
/// <param name="MeetsTarget">The number is at the target: time to ask whether the goal is reached.</param>
/// <param name="Before">The number before it, where there was one.</param>
internal sealed record Logged(
    Goal Goal,
    ProgressEntry Entry,
    IReadOnlyList<Milestone> Steps,
    bool MeetsTarget,
    double? Before
);

/// <summary>Logging and taking back. Pure; ids and days come in.</summary>
internal static class Progress
{
    /// <param name="adds">True when the number adds to what was there: three more books.</param>
    public static Logged Log(
        Goal goal,
        string id,
        double? value,
        bool adds,
        DateOnly on,
        string? note,
        string? evidence
    )
    {
        var total = adds && value is { } more ? (goal.Current ?? 0) + more : value;
        var entry = new ProgressEntry(id, total, on, note, evidence);
        var steps = goal
            .Milestones.Select(step =>
                step.ReachedOn is null
                && step.Value is { } mark
                && total is { } number
                && goal.Measure.Meets(number, mark)
                // One more of what is to become rarer reaches no step, however few there are yet.
                && !(adds && goal.Measure.LowerIsBetter)
                    ? step with
                    {
                        ReachedOn = on,
                        ReachedBy = id,
                    }
                    : step
            )
            .ToList();
        var reached = steps.Where(step => step.ReachedBy == id).ToList();
        var logged = goal with { Milestones = steps, Progress = [.. goal.Progress, entry], PausedOn = null };
        return new(
            logged,
            entry,
            reached,
            logged.Measure.Target is { } target
                && total is { } now
                && logged.Measure.Meets(now, target)
                && IsEnd(goal, now, on),
            goal.Current
        );
    }

    /// <summary>
    /// Whether a number at the target may be the end: not where it has got worse, and what is to stay few is kept to
    /// the last day, not on the first.
    /// </summary>
    public static bool IsEnd(Goal goal, double now, DateOnly on) =>
        !(goal.Current is { } before && before != now && goal.Measure.Meets(before, now))
        && !(
            goal.Measure is { LowerIsBetter: true, Unit: { } unit }
            && Units.IsHappening(unit)
            && goal.Deadline is { } last
            && on < last.AddDays(-LastDays)
        );

    private const int LastDays = 3;

    /// <summary>Ticks a step that has no number.</summary>
    public static Logged StepDone(Goal goal, int index, string id, DateOnly on)
    {
        var step = goal.Milestones[index] with { ReachedOn = on, ReachedBy = id };
        var entry = new ProgressEntry(id, null, on, step.Title.Length > 0 ? step.Title : null);
        var done = goal with
        {
            Milestones = [.. goal.Milestones.Select((old, i) => i == index ? step : old)],
            Progress = [.. goal.Progress, entry],
        };
        return new(done, entry, [step], done.Milestones.All(one => one.ReachedOn is not null), goal.Current);
    }

    /// <summary>Takes back the last entry and what it reached; the same goal when there is none.</summary>
    public static Goal Undo(Goal goal) => goal.Progress is [.., { } last] ? Undo(goal, last) : goal;

    /// <summary>Takes back one entry and what it reached.</summary>
    public static Goal Undo(Goal goal, ProgressEntry entry) =>
        goal with
        {
            Progress = [.. goal.Progress.Where(one => one.Id != entry.Id)],
            Milestones =
            [
                .. goal.Milestones.Select(step =>
                    step.ReachedBy == entry.Id ? step with { ReachedOn = null, ReachedBy = null } : step
                ),
            ],
            ReachedOn = null,
        };

    /// <summary>
    /// The entry with this id, where nothing that counts came after it: words noted since do not keep it from being
    /// taken back. Null for any other.
    /// </summary>
    public static ProgressEntry? LastCounted(Goal goal, string id) =>
        goal.Progress.FirstOrDefault(one => one.Id == id) is { } entry
        && goal.Progress.SkipWhile(one => one.Id != id).Skip(1).All(after => after.Value is null)
            ? entry
            : null;
}
