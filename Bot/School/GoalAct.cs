namespace Milestones.School;

/// <summary>The last thing done to a goal that <em>undo</em> takes back: the goal as it was.</summary>
/// <param name="Before">Whole, with what was logged.</param>
/// <param name="At">Where it stood among the goals.</param>
internal sealed record GoalAct(Goal Before, int At, DateTimeOffset Done)
{
    /// <summary>How long it is kept; a deleted goal is really gone after that.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>A change of one of a person's goals, or its end.</summary>
    /// <param name="after">Null where the goal is deleted.</param>
    public static Person Do(Person person, Goal before, Goal? after, DateTimeOffset now) =>
        (
            after is null
                ? person with
                {
                    Goals = [.. person.Goals.Where(goal => goal.Id != before.Id)],
                }
                : person.WithGoal(after)
        ) with
        {
            LastAct = new(before, person.Goals.TakeWhile(goal => goal.Id != before.Id).Count(), now),
            LastEntry = null,
        };

    /// <summary>The goal as it was before the act; what was logged since stays.</summary>
    public static Person Undo(Person person, GoalAct act)
    {
        var now = person.FindGoal(act.Before.Id);
        var restored = now is null ? act.Before : act.Before with { Progress = now.Progress };
        return (
            now is null
                ? person with
                {
                    Goals = [.. person.Goals.Take(act.At), restored, .. person.Goals.Skip(act.At)],
                }
                : person.WithGoal(restored)
        ) with
        {
            LastAct = null,
        };
    }
}
