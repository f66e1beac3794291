namespace Milestones.Calendar;

/// <summary>Days with school: the days of the school week without holidays.</summary>
internal static class SchoolDays
{
    /// <summary>Further than any holiday lasts; holidays without end must not keep the search going.</summary>
    private const int Horizon = 400;

    /// <summary>Whether a week has school on this day.</summary>
    /// <param name="week">Its days with school; none for Monday to Friday.</param>
    public static bool IsInWeek(DayOfWeek day, IReadOnlyList<DayOfWeek>? week) =>
        week is [_, ..] ? week.Contains(day) : day is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static bool IsSchoolDay(
        DateOnly day,
        IReadOnlyList<Holiday> holidays,
        IReadOnlyList<DayOfWeek>? week = null
    ) => IsInWeek(day.DayOfWeek, week) && !holidays.Any(holiday => holiday.Contains(day));

    /// <summary>
    /// The day on which this many school days have come since <paramref name="day"/>, which does not count itself: what
    /// was asked on a Monday
    /// is back after three on Thursday. Null when holidays fill more than a year.
    /// </summary>
    public static DateOnly? After(
        DateOnly day,
        int count,
        IReadOnlyList<Holiday> holidays,
        IReadOnlyList<DayOfWeek>? week = null
    ) =>
        Following(day)
            .Take(Horizon + (count * 7))
            .Where(one => IsSchoolDay(one, holidays, week))
            .Select(one => (DateOnly?)one)
            .ElementAtOrDefault(count - 1);

    /// <summary>
    /// How many school days have come since <paramref name="from"/>, which does not count, up to <paramref name="to"/>,
    /// which does.
    /// </summary>
    public static int Between(
        DateOnly from,
        DateOnly to,
        IReadOnlyList<Holiday> holidays,
        IReadOnlyList<DayOfWeek>? week = null
    ) => Following(from).TakeWhile(day => day <= to).Count(day => IsSchoolDay(day, holidays, week));

    private static IEnumerable<DateOnly> Following(DateOnly day)
    {
        while (day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            yield return day;
        }
    }
}
