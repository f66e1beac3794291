namespace Milestones.School;

/// <summary>What earns a badge, from what is stored of a student anyway.</summary>
internal static class BadgeRules
{
    public const int WeeksInARow = 4;
    public const int StepsInTime = 3;

    /// <summary>With what was earned by now; the same person where nothing new was.</summary>
    public static Person WithEarned(Person person, DateOnly today)
    {
        var earned = Enum.GetValues<BadgeKind>()
            .Where(kind => person.FindBadge(kind) is null && IsEarned(kind, person));
        return earned.ToList() is { Count: > 0 } kinds
            ? person with
            {
                Badges = [.. person.Badges, .. kinds.Select(kind => new Badge(kind, today))],
            }
            : person;
    }

    private static bool IsEarned(BadgeKind kind, Person person) =>
        kind switch
        {
            BadgeKind.WeeksInARow => person.Streak?.Longest >= WeeksInARow,
            BadgeKind.PlanKept => person.Goals.Any(KeptThePlan),
            BadgeKind.CameBack => person.Goals.Any(CameBack) || person.Goals.Any(goal => GotUnstuck(goal, person)),
            BadgeKind.Helped => person.ThankedForHelpAt is not null,
            BadgeKind.AskedForHelp => person.HelpSince is not null || person.Reflections.Any(week => week.WantsHelp),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {kind}."),
        };

    private static bool KeptThePlan(Goal goal) =>
        goal.Milestones.Count(step => step.ReachedOn <= step.Due) >= StepsInTime
        || (goal.Plan is not null && goal.ReachedOn <= goal.Deadline);

    /// <summary>A number got worse, and later was at least as good as before.</summary>
    private static bool CameBack(Goal goal)
    {
        double? best = goal.Measure.Baseline;
        var fell = false;
        foreach (var value in goal.Progress.Select(entry => entry.Value).OfType<double>())
        {
            var isAsGood = best is not { } mark || goal.Measure.Meets(value, mark);
            if (isAsGood && fell)
                return true;
            fell |= !isAsGood;
            best = isAsGood ? value : best;
        }

        return false;
    }

    /// <summary>In an earlier week it was stuck, as the student said, and in a later one it went well.</summary>
    private static bool GotUnstuck(Goal goal, Person person) =>
        person
            .Reflections.OrderBy(week => week.Week)
            .SelectMany(week => week.Goals)
            .Where(snapshot => snapshot.GoalId == goal.Id && !snapshot.FromNumber)
            .SkipWhile(snapshot => snapshot.Going != Going.Stuck)
            .Any(snapshot => snapshot.Going == Going.Well);
}
