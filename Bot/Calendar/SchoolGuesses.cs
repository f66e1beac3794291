namespace Milestones.Calendar;

/// <summary>
/// Plausible days of a school date for a class without a calendar, as most districts of the United States have them.
/// They are for a student to
/// tap, never taken unasked.
/// </summary>
internal static class SchoolGuesses
{
    private const int Most = 3;
    private const int FirstMonth = 7;

    private static readonly (int Month, int Day)[] Autumn = [(10, 16), (10, 23), (11, 6)];
    private static readonly (int Month, int Day)[] Winter = [(12, 18), (1, 15), (1, 22)];
    private static readonly (int Month, int Day)[] Spring = [(3, 12), (3, 19), (3, 26)];
    private static readonly (int Month, int Day)[] Summer = [(5, 28), (6, 11), (6, 18)];

    /// <summary>
    /// One to three days after today in their order; none for what has no usual time, such as a sport's season. Days of
    /// a break or a term are
    /// Fridays, exams begin on Mondays.
    /// </summary>
    public static IReadOnlyList<DateOnly> For(SchoolDate date, DateOnly today)
    {
        if (today.Year is < 2 or > 9997)
            return [];
        var times = Times(date.Occasion);
        var years = Enumerable.Range(today.Year - 1, 3);
        var groups =
            date.Number is { } number && number <= times.Length
                ? years.Select(year => Days(times[number - 1], year, date))
                : years.SelectMany(year => times.Select(time => Days(time, year, date)));
        var coming = groups.Select(group => group.Where(day => day > today).ToArray()).Where(group => group.Length > 0);
        return coming.Skip(date.Number is null ? date.Ahead : 0).FirstOrDefault() ?? [];
    }

    /// <summary>The times of a school year, each as its usual days.</summary>
    private static (int Month, int Day)[][] Times(SchoolOccasion occasion) =>
        occasion switch
        {
            SchoolOccasion.Break =>
            [
                [(10, 9), (10, 16)],
                [(11, 13), (11, 20)],
                [(12, 11), (12, 18)],
                [(3, 12), (3, 19), (3, 26)],
                Summer,
            ],
            SchoolOccasion.FallBreak =>
            [
                [(10, 9), (10, 16), (10, 23)],
            ],
            SchoolOccasion.ThanksgivingBreak =>
            [
                [(11, 13), (11, 20)],
            ],
            SchoolOccasion.WinterBreak or SchoolOccasion.Winter =>
            [
                [(12, 11), (12, 18)],
            ],
            SchoolOccasion.SpringBreak or SchoolOccasion.Spring =>
            [
                [(3, 12), (3, 19), (4, 2)],
            ],
            SchoolOccasion.SummerBreak
            or SchoolOccasion.SchoolYear
            or SchoolOccasion.Graduation
            or SchoolOccasion.Summer => [Summer],
            SchoolOccasion.Quarter or SchoolOccasion.MarkingPeriod or SchoolOccasion.ReportCards =>
            [
                Autumn,
                Winter,
                Spring,
                Summer,
            ],
            SchoolOccasion.Trimester =>
            [
                [(11, 13), (11, 20), (12, 4)],
                [(2, 26), (3, 5), (3, 12)],
                Summer,
            ],
            SchoolOccasion.Semester => [Winter, Summer],
            SchoolOccasion.Midterms =>
            [
                [(10, 12), (10, 19)],
                [(1, 11), (1, 18)],
                [(3, 8), (3, 15)],
            ],
            SchoolOccasion.Finals =>
            [
                [(12, 14), (1, 11), (1, 18)],
                [(5, 17), (5, 24), (6, 7)],
            ],
            SchoolOccasion.StateTests =>
            [
                [(4, 12), (4, 26), (5, 3)],
            ],
            SchoolOccasion.Fall =>
            [
                [(11, 20), (12, 18)],
            ],
            _ => [],
        };

    private static IEnumerable<DateOnly> Days((int Month, int Day)[] time, int firstYear, SchoolDate date)
    {
        var isExam = date.Occasion is SchoolOccasion.Midterms or SchoolOccasion.Finals or SchoolOccasion.StateTests;
        var weekday = isExam && date.Edge == SchoolEdge.Start ? DayOfWeek.Monday : DayOfWeek.Friday;
        var weeks = isExam && date.Edge == SchoolEdge.Before ? -1 : 0;
        return time.Select(one =>
                InWeekOf(new DateOnly(one.Month >= FirstMonth ? firstYear : firstYear + 1, one.Month, one.Day), weekday)
                    .AddDays(7 * weeks)
            )
            .Distinct()
            .Take(Most);
    }

    /// <summary>The weekday of the school week a day is in; Saturday and Sunday are of the week before them.</summary>
    private static DateOnly InWeekOf(DateOnly day, DayOfWeek weekday) =>
        day.AddDays((int)weekday - (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek));
}
