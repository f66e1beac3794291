namespace Milestones.School;

/// <summary>Changing a goal on the way. The version before is kept whole, with the reason.</summary>
internal static class Adjustment
{
    /// <summary>
    /// A new target, a new day, or both; the open steps are planned anew from where the student is now.
    /// </summary>
    public static Goal Change(Goal goal, double? target, DateOnly? deadline, string? reason, DateOnly today)
    {
        var measure = goal.Measure with { Target = target ?? goal.Measure.Target };
        var kind =
            target is { } aim && goal.Measure.Target is { } old && aim != old
                ? goal.Measure.LowerIsBetter == aim < old
                    ? ChangeKind.Raised
                    : ChangeKind.Shrunk
                : deadline > goal.Deadline
                    ? ChangeKind.Extended
                    : ChangeKind.Edited;
        var changed = Changed(goal, kind, reason, today) with
        {
            Measure = measure,
            Deadline = deadline ?? goal.Deadline,
        };
        return changed with { Milestones = Replanned(changed, today) };
    }

    /// <summary>
    /// The way to the next step in two halves, for whoever is stuck; a plan without numbers gets a step for this week.
    /// It comes first: when
    /// the steps after it were due by then, all are spread anew over the time that is left.
    /// </summary>
    /// <returns>Null where the plan has no room for one more: twice as many as it began with.</returns>
    public static Goal? BreakDown(Goal goal, string smallStep, DateOnly today)
    {
        if (goal.Milestones.Count(step => step.ReachedOn is null) >= 2 * MilestonePlan.Most)
            return null;
        var changed = Changed(goal, ChangeKind.BrokenDown, null, today);
        var open = changed.Milestones.Where(step => step.ReachedOn is null).ToList();
        var half =
            open is [{ Value: { } mark }, ..] && goal.Current is { } now && Math.Abs(mark - now) >= 2
                ? Math.Round((now + mark) / 2)
                : (double?)null;
        var first = new Milestone(half is null ? smallStep : string.Empty, today.AddDays(7), half);
        open =
            open is [{ Due: var due }, ..] && due <= first.Due
                ? MilestonePlan.Spread([first, .. open], today, goal.Deadline)
                : [first, .. open];
        // What was reached first leaves first; the version before is in the archive.
        return changed with
        {
            Milestones =
            [
                .. changed.Milestones.Where(step => step.ReachedOn is not null).TakeLast(MilestonePlan.Most),
                .. open,
            ],
        };
    }

    public static Goal Close(Goal goal, string? reason, DateOnly today) =>
        Changed(goal, ChangeKind.Closed, reason, today) with
        {
            ClosedOn = today,
        };

    public static Goal Reach(Goal goal, DateOnly today) => goal with { ReachedOn = today };

    private static Goal Changed(Goal goal, ChangeKind kind, string? reason, DateOnly today) =>
        goal with
        {
            Version = goal.Version + 1,
            Changes =
            [
                .. goal.Changes.Append(new GoalChange(goal.Version, today, kind, reason)).TakeLast(Goal.RecentChanges),
            ],
        };

    private static List<Milestone> Replanned(Goal goal, DateOnly today)
    {
        var done = goal.Milestones.Where(step => step.ReachedOn is not null).ToList();
        if (goal is { Current: { } now, Measure.Target: { } target } && goal.Measure.Meets(now, target))
            return done;
        var open = MilestonePlan.Propose(
            goal.Measure with
            {
                Baseline = goal.Current,
            },
            goal.Plan,
            today,
            goal.Deadline
        );
        var most = Math.Max(1, MilestonePlan.Most - done.Count);
        // Where there is no room for all, the last stays: it is the goal.
        return [.. done, .. open.Count <= most ? open : [.. open.Take(most - 1), open[^1]]];
    }
}
