namespace Milestones.Reading.Dates;

/// <summary>
/// Arithmetic of the calendar that never leaves it: what lies outside is null. Weekdays count from Monday, 1, to
/// Sunday, 7.
/// </summary>
internal static class Days
{
    /// <summary>Nobody plans a hundred years ahead.</summary>
    private const int MostDays = 36_600;
    private const int MostMonths = 1_200;
    private const int DaysPerWeek = 7;

    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateOnly? Add(DateOnly? day, double days) =>
        day is { } from && Math.Abs(days) <= MostDays && from.DayNumber + (int)days is var number && number >= 0
            && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number) : null;

    public static DateOnly? AddMonths(DateOnly day, double months)
    {
        if (Math.Abs(months) > MostMonths || months != Math.Floor(months))
            return null;
        var count = (day.Year * 12) + day.Month - 1 + (int)months;
        return count is >= 12 and < 119_988 ? day.AddMonths((int)months) : null;
    }

    public static DateOnly? Monday(DateOnly day) => Add(day, 1 - Weekday(day));

    /// <summary>The next such weekday after a day.</summary>
    public static DateOnly? Coming(DateOnly day, int weekday) =>
        Add(day, ((weekday - Weekday(day) + DaysPerWeek - 1) % DaysPerWeek) + 1);

    public static DateOnly? Exact(int year, double month, double day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, (int)month) ? new(year, (int)month, (int)day) : null;

    /// <summary>The next such day of this year or the next; null where neither has it ("Feb 30").</summary>
    public static DateOnly? NextOccurrence(DateOnly today, double month, double day) =>
        Exact(today.Year, month, day) is { } thisYear && thisYear >= today ? thisYear
            : Exact(today.Year + 1, month, day);

    /// <summary>The next day of a month with that number.</summary>
    public static DateOnly? NextNumbered(DateOnly today, int number)
    {
        if (number is < 1 or > 31)
            return null;
        var month = today;
        for (var tries = 0; tries < 3; tries++)
        {
            if (Exact(month.Year, month.Month, number) is { } day && day >= today)
                return day;
            if (AddMonths(new(month.Year, month.Month, 1), 1) is not { } next)
                return null;
            month = next;
        }
        return null;
    }

    /// <summary>The nth weekday from one day to another, or the last when <paramref name="n"/> is below zero.</summary>
    public static DateOnly? Nth(DateOnly first, DateOnly last, int weekday, int n)
    {
        var day = n > 0 ? Add(first, ((weekday - Weekday(first) + DaysPerWeek) % DaysPerWeek) + (DaysPerWeek * (n - 1)))
            : Add(last, -((Weekday(last) - weekday + DaysPerWeek) % DaysPerWeek));
        return day >= first && day <= last ? day : null;
    }
}
