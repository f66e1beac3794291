namespace Milestones.Language.Reports;

/// <summary>The day a report speaks of.</summary>
internal static class ReportDay
{
    /// <summary>Yesterday, the day before, or the last weekday named; today otherwise. Several weekdays are a count
    /// and no day.</summary>
    public static DateOnly Of(ReportLine line, DateOnly today)
    {
        var (back, weekdays) = (0, 0);
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Says(i, "yesterday", "yest", "ayer", "last night", "anoche"))
                back = 1;
            else if (line.Says(i, "antier", "anteayer"))
                back = 2;
            else if (line.Is(i, Sign.Weekday) && ++weekdays == 1)
                back = (((((int)today.DayOfWeek + 6) % 7) - (int)(line[i].Value - 1) + 6) % 7) + 1;
        }
        return weekdays > 1 ? today : today.AddDays(-back);
    }
}
