namespace Milestones.Language;

/// <summary>
/// The day a matched date phrase means. Conventions: a bare weekday is the coming one and never today; "next friday" is in the following ISO week
/// (in Spanish the coming one); a week ends on its Friday, a weekend on its Sunday, a month on its last day; a day already past this year is meant
/// next year.
/// </summary>
internal static class DateForms
{
    private const int MostDays = 36_600;

    /// <summary>The day; null where the numbers make none ("Feb 30").</summary>
    public static DateOnly? Resolve(in RuleMatch match, DateOnly today, TextLanguage language) => match.Rule.Name switch
    {
        "Today" => today,
        "Tomorrow" => today.AddDays(1),
        "DayAfter" => today.AddDays(2),
        "Weekday" => Coming(today, match.A),
        "NextWeekday" => NextMonday(today).AddDays((int)match.A - 1),
        "WeekdayNextWeek" => NextMonday(today).AddDays((int)match.A - 1),
        "WeekFromWeekday" => Coming(today, match.A).AddDays(7),
        "WeeksFromWeekday" => WholeNumber(match.A, 520) is { } weeks ? Coming(today, match.B).AddDays(7 * weeks) : null,
        "WeekFromToday" => today.AddDays(7),
        "WeekFromTomorrow" => today.AddDays(8),
        "InSpan" => InSpan(today, match.A, match.B),
        "OneSpan" => InSpan(today, 1, match.A),
        "ThisWeek" => NextMonday(today).AddDays(-3),
        "NextWeek" => NextMonday(today).AddDays(4),
        "WeekAfterNext" => NextMonday(today).AddDays(11),
        "Weekend" => NextMonday(today).AddDays(-1),
        "NextWeekend" => NextMonday(today).AddDays(6),
        "ThisMonth" => EndOfMonth(today),
        "NextMonth" => EndOfMonth(today.AddDays(1 - today.Day).AddMonths(1)),
        "Month" or "MonthEnd" => EndOfMonth(MonthFrom(today, (int)match.A)),
        "MonthYear" => Exact(match.B, match.A, 1) is { } first ? EndOfMonth(first) : null,
        "MidMonth" => NextOccurrence(today, (int)match.A, 15),
        "MonthDay" => NextOccurrence(today, (int)match.A, match.B),
        "MonthDayYear" => Exact(match.C, match.A, match.B),
        "DayMonth" => NextOccurrence(today, (int)match.B, match.A),
        "DayMonthYear" => Exact(match.C, match.B, match.A),
        "DayNumber" => DayNumber(today, match.A),
        "Numeric" when language == TextLanguage.Spanish => Exact(match.C, match.B, match.A),
        "Numeric" => Exact(match.C, match.A, match.B),
        "NumericBare" when language == TextLanguage.Spanish => NextOccurrence(today, match.B, match.A),
        "NumericBare" => NextOccurrence(today, match.A, match.B),
        // 3-15-2027
        "Iso" when match.A < 1000 && match.C >= 1000 => language == TextLanguage.Spanish ? Exact(match.C, match.B, match.A) : Exact(match.C, match.A, match.B),
        "Iso" => match.A >= 1000 ? Exact(match.A, match.B, match.C) : null,
        "Holiday" => Holidays.Next((int)match.A, today),
        "YearEnd" => match.A is >= 2000 and <= 2100 ? new DateOnly((int)match.A, 12, 31) : null,
        _ => null,
    };

    /// <summary>A number after a month is a year when it looks like one ("December 2026"), else a day, be it none the calendar has ("Feb 30").</summary>
    public static bool CanBe(in RuleMatch match) => match.Label != Label.Date || match.Rule.Name switch
    {
        "MonthYear" => match.B is >= 2000 and <= 2100,
        "MonthDay" => match.B is < 100,
        _ => true,
    };

    /// <summary>"before X": the day before it, and before a month the last day of the month before.</summary>
    public static DateOnly Before(in RuleMatch match, DateOnly day) =>
        match.Rule.Name is "Month" or "MonthYear" or "NextMonth" ? new DateOnly(day.Year, day.Month, 1).AddDays(-1)
        : match.Rule.Name is "MonthEnd" or "ThisMonth" ? day : day.AddDays(-1);

    private static DateOnly Coming(DateOnly today, double weekday)
    {
        var ahead = ((int)weekday - IsoDay(today) + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly NextMonday(DateOnly today) => today.AddDays(8 - IsoDay(today));

    private static int? WholeNumber(double value, int most) => value >= 0 && value <= most && value == Math.Floor(value) ? (int)value : null;

    /// <summary>A span from today; its unit is a number of days, or of months when negative.</summary>
    private static DateOnly? InSpan(DateOnly today, double count, double unit)
    {
        if (double.IsNaN(count) || count <= 0 || double.IsNaN(unit))
            return null;
        var amount = count * unit;
        if (Math.Abs(amount) > MostDays)
            return null;
        return amount >= 0 ? today.AddDays((int)Math.Ceiling(amount))
            : -amount <= 600 && amount == Math.Floor(amount) ? today.AddMonths((int)-amount) : null;
    }

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static DateOnly MonthFrom(DateOnly today, int month) => new(month < today.Month ? today.Year + 1 : today.Year, month, 1);

    private static DateOnly? NextOccurrence(DateOnly today, double month, double day)
    {
        if (WholeNumber(month, 12) is not { } m || WholeNumber(day, 31) is not { } d || m == 0)
            return null;
        return Day(today.Year, m, d) is { } thisYear && thisYear >= today ? thisYear : Day(today.Year + 1, m, d);
    }

    private static DateOnly? Exact(double year, double month, double day)
    {
        if (WholeNumber(year, 2200) is not { } y || WholeNumber(month, 12) is not { } m || WholeNumber(day, 31) is not { } d || m == 0)
            return null;
        return Day(y < 100 ? 2000 + y : y, m, d);
    }

    private static DateOnly? DayNumber(DateOnly today, double number)
    {
        if (WholeNumber(number, 31) is not { } d || d == 0)
            return null;
        for (var month = new DateOnly(today.Year, today.Month, 1); ; month = month.AddMonths(1))
            if (Day(month.Year, month.Month, d) is { } day && day >= today)
                return day;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
