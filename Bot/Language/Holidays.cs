namespace Milestones.Language;

/// <summary>
/// US public days with a fixed rule. A lexicon gives a fixed date as month times 100 plus day, a moving one as a code
/// below 100.
/// </summary>
internal static class Holidays
{
    public static DateOnly? Next(int code, DateOnly today) =>
        On(code, today.Year) is { } day && day >= today ? day : On(code, today.Year + 1);

    /// <summary>The day in a year; null where the calendar does not reach.</summary>
    public static DateOnly? On(int code, int year) =>
        year is < 1 or > 9998
            ? null
            : code switch
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
                11 => Easter(year),
                12 => Easter(year).AddDays(-2),
                13 => Easter(year).AddDays(-7),
                14 => Easter(year).AddDays(-46),
                15 => Easter(year).AddDays(-47),
                16 => Easter(year).AddDays(1),
                17 => Easter(year).AddDays(-3),
                18 => Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(4),
                19 => Easter(year).AddDays(49),
                20 => Last(year, 4, DayOfWeek.Friday),
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

    /// <summary>Easter Sunday by the anonymous Gregorian rule.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
