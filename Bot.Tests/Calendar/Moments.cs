using System.Globalization;
using Milestones.Calendar;

namespace Milestones.Tests.Calendar;

/// <summary>Short ways to write days and moments.</summary>
internal static class Moments
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(
            text,
            "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    public static IsoWeek Week(string text) =>
        IsoWeek.TryParse(text, out var week) ? week : throw new FormatException(text);

    /// <summary>Fridays at 14:00 in New York (18:00 UTC in summer), September 2026 to June 2027.</summary>
    public static WeeklySchedule Fridays { get; } =
        new(
            DayOfWeek.Friday,
            new TimeOnly(14, 0),
            "America/New_York",
            Day("2026-09-01"),
            Day("2027-06-18"),
            Utc("2026-08-20 12:00")
        );

    /// <summary>A student who was there before the course began.</summary>
    public static PromptCursor FromTheStart { get; } = new(Utc("2026-08-20 12:00"));
}
