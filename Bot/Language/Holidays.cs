namespace Milestones.Language;

/// <summary>US public days with a fixed rule. A lexicon gives a fixed date as month times 100 plus day, a moving one as a code below 100.</summary>
internal static class Holidays
{
    public static DateOnly? Next(int code, DateOnly today) =>
        On(code, today.Year) is { } day && day >= today ? day : On(code, today.Year + 1);

    private static DateOnly? On(int code, int year) => code switch
    {
        >= 100 => new DateOnly(year, code / 100, code % 100),
        1 => Nth(year, 11, DayOfWeek.Thursday, 4),
        2 => Nth(year, 1, DayOfWeek.Monday, 3),
        3 => Nth(year, 2, DayOfWeek.Monday, 3),
        4 => Last(year, 5, DayOfWeek.Monday),
        5 => Nth(year, 9, DayOfWeek.Monday, 1),
        6 => Nth(year, 10, DayOfWeek.Monday, 2),
        7 => Nth(year, 5, DayOfWeek.Sunday, 2),
        8 => Nth(year, 6, DayOfWeek.Sunday, 3),
        9 => Nth(year, 11, DayOfWeek.Monday, 1).AddDays(1),
        10 => Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(1),
        _ => null,
    };

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + (7 * (n - 1)));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }
}
