namespace Milestones.School;

/// <summary>How a goal stands. Always computed, never typed (docs/product.md, section 2).</summary>
internal enum GoalStatus
{
    OnTrack,
    BitBehind,
    Stuck,
    Reached,
    PastDate,
    Closed,
    Paused,
}

internal static class GoalStatuses
{
    /// <summary>So many days without getting closer count as stuck.</summary>
    private const int FlatDays = 14;

    /// <summary>
    /// So far behind a straight line from the first day to the deadline is still on track: nobody moves in straight
    /// lines.
    /// </summary>
    private const double Slack = 0.2;

    public static GoalStatus Of(Goal goal, DateOnly today) =>
        goal switch
        {
            { ReachedOn: not null } => GoalStatus.Reached,
            { ClosedOn: not null } => GoalStatus.Closed,
            { PausedOn: not null } => GoalStatus.Paused,
            { Deadline: { } day } when day < today => GoalStatus.PastDate,
            _ when IsFlat(goal, today) => GoalStatus.Stuck,
            _ when IsBehind(goal, today) => GoalStatus.BitBehind,
            _ => GoalStatus.OnTrack,
        };

    /// <summary>Steps reached at least two ahead of their days: the bar may be too low.</summary>
    public static bool IsFarAhead(Goal goal, DateOnly today) =>
        goal.IsActive && goal.Milestones.Count(step => step.ReachedOn is not null && step.Due > today) >= 2;

    private static bool IsFlat(Goal goal, DateOnly today)
    {
        var since = today.AddDays(-FlatDays);
        if (
            goal.CreatedOn > since
            || goal.Changes.Any(change => change.On > since)
            || goal.Milestones.Any(step => step.ReachedOn > since)
        )
        {
            return false;
        }

        var before =
            goal.Progress.LastOrDefault(entry => entry.Value is not null && entry.On <= since)?.Value
            ?? goal.Measure.Baseline;
        var now = goal.Current;
        return now is null || before is null
            ? !goal.Progress.Any(entry => entry.On > since)
            : now == before || !goal.Measure.Meets(now.Value, before.Value);
    }

    private static bool IsBehind(Goal goal, DateOnly today)
    {
        if (goal.Milestones.Any(step => step.ReachedOn is null && step.Due < today))
        {
            return true;
        }

        // Further away than where it began is behind, however early it is.
        if (
            goal is { Current: { } now, Measure: { Baseline: { } start } measure }
            && now != start
            && !measure.Meets(now, start)
        )
        {
            return true;
        }

        if (goal is not { Deadline: { } day, Share: { } share } || goal.Progress.Count == 0 || day <= goal.CreatedOn)
        {
            return false;
        }

        var expected =
            (double)(today.DayNumber - goal.CreatedOn.DayNumber) / (day.DayNumber - goal.CreatedOn.DayNumber);
        return share < expected - Slack;
    }
}
