using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Pages.Sheets;

/// <summary>What somebody's own page is made of: all that is theirs, the archive included.</summary>
/// <param name="Context">Their document as it was read, and how they are spoken to.</param>
/// <param name="MayCopy">They may have a copy of it all from here.</param>
internal sealed record MineView(TurnContext<Person> Context, bool MayCopy = false)
{
    public Voice Voice => Context.Voice;

    public Person Person => Context.Person;

    public DateOnly Today => Context.Today;

    public bool IsYoungest => Voice.Band == GradeBand.KTo2;

    /// <summary>The weeks that were looked at, newest first; a week of several classes once.</summary>
    public IReadOnlyList<Reflection> Weeks =>
        [.. Person.Reflections.Where(one => one.IsReflected && one.With is null).OrderByDescending(one => one.Week)];

    /// <summary>Steps that have a day to come, or one that went by, of goals still open.</summary>
    public IReadOnlyList<(Milestone Step, Goal Goal)> Open =>
        [
            .. Person
                .Goals.Where(goal => goal.IsActive)
                .SelectMany(goal => goal.Milestones.Select(step => (step, goal)))
                .Where(one => one.step.ReachedOn is null)
                .OrderBy(one => one.step.Due),
        ];

    public int StepsReached => Person.Goals.Sum(goal => goal.Milestones.Count(step => step.ReachedOn is not null));

    /// <summary>The numbers of a goal, one a day, from where it began.</summary>
    public static IReadOnlyList<(DateOnly On, double Value)> Points(Goal goal)
    {
        var logged = goal
            .Progress.Where(entry => entry.Value is not null)
            .Select(entry => (entry.On, entry.Value!.Value))
            .ToList();
        if (goal.Measure.Baseline is { } start && logged.TrueForAll(point => point.On >= goal.CreatedOn))
            logged.Insert(0, (goal.CreatedOn, start));
        return [.. logged.GroupBy(point => point.On).Select(day => day.Last()).OrderBy(point => point.On)];
    }

    public string Title(Milestone step, Goal goal) => MilestoneCards.Title(step, goal, Context);

    /// <summary>A picture for how a goal stands, for those who do not read yet.</summary>
    public static string Picture(GoalStatus status) =>
        status switch
        {
            GoalStatus.Reached => "🌟",
            GoalStatus.OnTrack => "🚀",
            GoalStatus.BitBehind => "🐢",
            GoalStatus.Stuck => "🧱",
            GoalStatus.Paused => "💤",
            _ => "📅",
        };
}
