namespace Milestones.Calendar;

/// <summary>A named stretch of a school's year: a term, a break, a week of exams. Both days belong to it.</summary>
internal sealed record SchoolPeriod(SchoolOccasion Occasion, string Name, DateOnly First, DateOnly Last)
{
    public bool IsBreak => Occasion is >= SchoolOccasion.Break and <= SchoolOccasion.SummerBreak;
}

/// <summary>The few dates of a school's year that a class has given.</summary>
internal sealed record SchoolCalendar(IReadOnlyList<SchoolPeriod> Periods)
{
    /// <summary>The first month of a school year; quarters and semesters are counted from it.</summary>
    private const int FirstMonth = 7;

    /// <summary>The longest break in days; a calendar without a school day must not keep the search going.</summary>
    private const int LongestBreak = 120;

    public static SchoolCalendar Empty { get; } = new([]);

    /// <summary>The days of the week with school; none for Monday to Friday.</summary>
    public IReadOnlyList<DayOfWeek> Week { get; init; } = [];

    /// <summary>Days off, whether or not their name is that of a break.</summary>
    public IReadOnlyList<Holiday> DaysOff { get; init; } = [];

    /// <summary>A day of the school week outside all breaks and days off.</summary>
    public bool IsSchoolDay(DateOnly day) =>
        SchoolDays.IsSchoolDay(day, DaysOff, Week)
        && !Periods.Any(period => period.IsBreak && period.First <= day && day <= period.Last);

    /// <summary>
    /// The day a school date means, never one that is over. "By" and "before" a break is its eve, the last day with
    /// school; "by finals" is
    /// their first day. Null where the calendar does not tell.
    /// </summary>
    public DateOnly? Resolve(SchoolDate date, DateOnly today)
    {
        var all = Named(date).OrderBy(period => period.First).ToArray();
        if (all.Length == 0)
            all = [.. Derived(date.Occasion).OrderBy(period => period.First)];
        if (date.Number is { } number)
        {
            var year = SchoolYear(today);
            all = [.. all.Where(period => SchoolYear(period.First) == year).Skip(number - 1).Take(1)];
        }
        var days = all.Select(period => Day(period, date.Edge)).OfType<DateOnly>().Where(day => day > today);
        return days.Skip(date.Number is null ? date.Ahead : 0).Select(day => (DateOnly?)day).FirstOrDefault();
    }

    /// <summary>The last school day before a day.</summary>
    public DateOnly? LastSchoolDayBefore(DateOnly day)
    {
        for (var back = 1; back <= LongestBreak && day.DayNumber >= back; back++)
        {
            if (IsSchoolDay(day.AddDays(-back)))
                return day.AddDays(-back);
        }

        return null;
    }

    private DateOnly? Day(SchoolPeriod period, SchoolEdge edge) =>
        edge switch
        {
            SchoolEdge.End => period.Last,
            SchoolEdge.Start when !period.IsBreak => period.First,
            _ => LastSchoolDayBefore(period.First),
        };

    private IEnumerable<SchoolPeriod> Named(SchoolDate date) =>
        date.Occasion switch
        {
            SchoolOccasion.Break => Periods.Where(period => period.IsBreak),
            SchoolOccasion.Summer => Periods.Where(period => period.Occasion == SchoolOccasion.SummerBreak),
            SchoolOccasion.SportSeason => date.Name is { } name
                ? Periods.Where(period =>
                    period.Occasion == date.Occasion && period.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
                )
                : [],
            _ => Periods.Where(period => period.Occasion == date.Occasion),
        };

    /// <summary>Two quarters make a semester; the school year is over when the summer break begins.</summary>
    private IEnumerable<SchoolPeriod> Derived(SchoolOccasion occasion) =>
        occasion switch
        {
            SchoolOccasion.Semester => Periods
                .Where(period => period.Occasion == SchoolOccasion.Quarter)
                .GroupBy(period => SchoolYear(period.First))
                .SelectMany(year => year.OrderBy(period => period.First).Chunk(2).Where(pair => pair.Length == 2))
                .Select(pair => new SchoolPeriod(occasion, "", pair[0].First, pair[1].Last)),
            SchoolOccasion.SchoolYear => Periods
                .Where(period => period.Occasion == SchoolOccasion.SummerBreak)
                .Select(summer => LastSchoolDayBefore(summer.First))
                .OfType<DateOnly>()
                .Select(last => new SchoolPeriod(occasion, "", last, last)),
            _ => [],
        };

    private static int SchoolYear(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;
}
