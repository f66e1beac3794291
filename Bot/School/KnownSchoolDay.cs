using Milestones.Calendar;

namespace Milestones.School;

/// <summary>A day of the school year as a student told it: asked once, then known.</summary>
internal sealed record KnownSchoolDay(SchoolDate Date, DateOnly Day)
{
    /// <summary>The day a student's school has for a time of its year; null where they never said, or it is
    /// over.</summary>
    public static DateOnly? Find(IEnumerable<KnownSchoolDay> known, SchoolDate date, DateOnly today) =>
        known.LastOrDefault(one => one.Date == date && one.Day > today)?.Day;
}
