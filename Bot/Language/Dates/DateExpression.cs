using Milestones.Calendar;

namespace Milestones.Language.Dates;

/// <summary>
/// What the words of a date mean, before the day they are read on is known. Conventions: a bare weekday is the coming
/// one and never today; a week is over
/// on its Friday, a weekend on its Sunday, a month on its last day; a day already past this year is meant next year.
/// </summary>
internal abstract record DateExpression
{
    /// <summary>A day that is over is meant as it stands, since its year was said.</summary>
    public virtual bool HasYear => false;

    public abstract DayRange Resolve(DateOnly today);

    /// <summary>The range some days, weeks or months away.</summary>
    protected static DateOnly? Move(DateOnly day, double count, TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Hour => Days.Add(day, Math.Floor(count / 24)),
            TimeUnit.Day => Days.Add(day, count),
            TimeUnit.Week or TimeUnit.Weekend => Days.Add(day, Math.Ceiling(count * 7)),
            TimeUnit.Fortnight => Days.Add(day, Math.Ceiling(count * 14)),
            TimeUnit.Month => Days.AddMonths(day, count),
            TimeUnit.Year => Days.AddMonths(day, count * 12),
            _ => null,
        };
}

/// <summary>A year in digits, or a number of years from this one ("next year"); neither where none was said.</summary>
internal readonly record struct YearPart(int? Number, int? Ahead)
{
    public bool IsSaid => Number is not null || Ahead is not null;

    public int? On(DateOnly today) => Number ?? (today.Year + Ahead);
}

/// <summary>Today, tomorrow and so on.</summary>
internal sealed record RelativeDay(int Ahead) : DateExpression
{
    public override DayRange Resolve(DateOnly today) => DayRange.Of(Days.Add(today, Ahead));
}

/// <summary>The coming weekday ("friday"), or the one some weeks later ("three fridays from now").</summary>
internal sealed record ComingWeekday(int Weekday, int WeeksLater = 0) : DateExpression
{
    public override DayRange Resolve(DateOnly today) =>
        DayRange.Of(Days.Add(Days.Coming(today, Weekday), 7 * WeeksLater));
}

/// <summary>A weekday of a week ("friday of next week").</summary>
internal sealed record WeekdayOf(int Weekday, DateExpression Week) : DateExpression
{
    public override DayRange Resolve(DateOnly today) =>
        Week.Resolve(today) is { IsDay: true } week
            ? week.IsWeek
                ? DayRange.Of(Days.Add(week.First, Weekday - 1))
                : DayRange.Unclear
            : DayRange.Unclear;
}

/// <summary>A day of a month; without a year its next occurrence.</summary>
internal sealed record MonthDay(int Month, int Day, YearPart Year = default) : DateExpression
{
    public override bool HasYear => Year.Number is not null;

    public override DayRange Resolve(DateOnly today) =>
        DayRange.Of(Year.On(today) is { } year ? Days.Exact(year, Month, Day) : Days.NextOccurrence(today, Month, Day));
}

/// <summary>The next day with a number ("the 15th"), or that day of a month ("the 20th of next month").</summary>
internal sealed record NumberedDay(int Day, DateExpression? Month = null) : DateExpression
{
    public override DayRange Resolve(DateOnly today) =>
        Month is null ? DayRange.Of(Days.NextNumbered(today, Day))
        : Month.Resolve(today) is { IsDay: true } month
            ? DayRange.Of(Days.Exact(month.First.Year, month.First.Month, Day))
        : DayRange.Unclear;
}

/// <summary>A month; without a year the next that is not over.</summary>
internal sealed record WholeMonth(int Month, YearPart Year = default) : DateExpression
{
    public override bool HasYear => Year.Number is not null;

    public override DayRange Resolve(DateOnly today) =>
        DayRange.Month(Days.Exact(Year.On(today) ?? (Month < today.Month ? today.Year + 1 : today.Year), Month, 1));
}

internal sealed record HolidayDay(int Code, YearPart Year = default) : DateExpression
{
    public override bool HasYear => Year.Number is not null;

    public override DayRange Resolve(DateOnly today) =>
        DayRange.Of(Year.On(today) is { } year ? Holidays.On(Code, year) : Holidays.Next(Code, today));
}

/// <summary>The year's end, for a year in digits.</summary>
internal sealed record YearEnd(int Year) : DateExpression
{
    public override bool HasYear => true;

    public override DayRange Resolve(DateOnly today) =>
        Days.Exact(Year, 1, 1) is { } first ? new(DateFinding.Day, first, new(Year, 12, 31)) : DayRange.NoSuchDay;
}

/// <summary>
/// This, the next or an earlier week, weekend or month. A year is the school's or the calendar's: unclear.
/// </summary>
internal sealed record WholeUnit(TimeUnit Unit, int Ahead) : DateExpression
{
    public override DayRange Resolve(DateOnly today) =>
        Unit switch
        {
            TimeUnit.Day => DayRange.Of(Days.Add(today, Ahead)),
            TimeUnit.Week => DayRange.Week(Days.Add(Days.Monday(today), 7 * Ahead)),
            TimeUnit.Weekend
                when Days.Add(Days.Monday(today), (7 * Ahead) + 5) is { } saturday
                    && Days.Add(saturday, 1) is { } sunday => new(DateFinding.Day, saturday, sunday),
            TimeUnit.Month => DayRange.Month(Days.AddMonths(new(today.Year, today.Month, 1), Ahead)),
            TimeUnit.Year when Ahead < 0 && Days.AddMonths(today, 12 * Ahead) is { } over => DayRange.Of(over),
            _ => DayRange.Unclear,
        };
}

/// <summary>A length of time from a day on, or back from it; from today where no day is given.</summary>
internal sealed record Away(double Count, TimeUnit Unit, DateExpression? From = null, bool Back = false)
    : DateExpression
{
    public override bool HasYear => From is { HasYear: true };

    public override DayRange Resolve(DateOnly today)
    {
        if (double.IsNaN(Count) || Count <= 0)
            return DayRange.NoSuchDay;
        if (From is null)
            return DayRange.Of(Move(today, Back ? -Count : Count, Unit));
        return From.Resolve(today) is { IsDay: true } from
            ? DayRange.Of(Move(Back ? from.First : from.Due, Back ? -Count : Count, Unit))
            : DayRange.Unclear;
    }
}

/// <summary>The week, weekend or month before or after another time ("the week after thanksgiving").</summary>
internal sealed record BesideUnit(TimeUnit Unit, int Ahead, DateExpression Other) : DateExpression
{
    public override bool HasYear => Other.HasYear;

    public override DayRange Resolve(DateOnly today) =>
        Other.Resolve(today) is { IsDay: true } other
            ? new WholeUnit(Unit, Ahead).Resolve(Ahead < 0 ? other.First : other.Last)
            : DayRange.Unclear;
}

/// <summary>The weekday next to another day ("the friday before christmas").</summary>
internal sealed record BesideWeekday(int Weekday, bool Before, DateExpression Other) : DateExpression
{
    public override bool HasYear => Other.HasYear;

    public override DayRange Resolve(DateOnly today) =>
        Other.Resolve(today) is { IsDay: true } other
            ? DayRange.Of(
                Before
                    ? Days.Coming(Days.Add(other.First, -8) ?? other.First, Weekday)
                    : Days.Coming(other.Last, Weekday)
            )
            : DayRange.Unclear;
}

/// <summary>The nth or last weekday or day of a month or year.</summary>
/// <param name="Weekday">From 1 to 7, or null for any day.</param>
/// <param name="N">From 1 on; below zero for the last.</param>
internal sealed record NthDay(int N, int? Weekday, DateExpression Of) : DateExpression
{
    public override bool HasYear => Of.HasYear;

    public override DayRange Resolve(DateOnly today)
    {
        if (Of.Resolve(today) is not { IsDay: true } range)
            return DayRange.Unclear;
        if (Find(range) is not { } day)
            return DayRange.NoSuchDay;
        // "The first friday of july", said late in July, is next year's.
        return
            day < today
            && Of is WholeMonth { Year.IsSaid: false }
            && Days.Add(range.Last, 1) is { } later
            && Of.Resolve(later) is { IsDay: true } next
            ? DayRange.Of(Find(next))
            : DayRange.Of(day);
    }

    private DateOnly? Find(DayRange range) =>
        Weekday is { } weekday ? Days.Nth(range.First, range.Last, weekday, N)
        : (N > 0 ? Days.Add(range.First, N - 1) : range.Last) is { } day && day <= range.Last ? day
        : null;
}

/// <summary>
/// The nth or last week or weekend of a month; a week is of the month its Thursday is in, a weekend of its Saturday's.
/// </summary>
internal sealed record NthWeek(int N, TimeUnit Unit, DateExpression Of) : DateExpression
{
    private const int Thursday = 4;
    private const int Saturday = 6;

    public override bool HasYear => Of.HasYear;

    public override DayRange Resolve(DateOnly today)
    {
        if (new NthDay(N, Unit == TimeUnit.Week ? Thursday : Saturday, Of).Resolve(today) is not { IsDay: true } day)
            return DayRange.NoSuchDay;
        return Unit == TimeUnit.Week ? DayRange.Week(Days.Monday(day.First)) : DayRange.Of(Days.Add(day.First, 1));
    }
}

/// <summary>The middle of a month or week; the beginning and the end of a time are over with it.</summary>
internal sealed record Middle(DateExpression Of) : DateExpression
{
    private const int MidMonth = 15;
    private const int MidWeek = 2;

    public override bool HasYear => Of.HasYear;

    public override DayRange Resolve(DateOnly today)
    {
        if (Of.Resolve(today) is not { IsDay: true } range || !(range.IsMonth || range.IsWeek))
            return DayRange.Unclear;
        var day = range.IsMonth
            ? new DateOnly(range.First.Year, range.First.Month, MidMonth)
            : range.First.AddDays(MidWeek);
        return day < today && Of is WholeMonth { Year.IsSaid: false } && Days.AddMonths(day, 12) is { } next
            ? DayRange.Of(next)
            : DayRange.Of(day);
    }
}

/// <summary>
/// The day before a time is due, or before a month begins; "before the end of april" is its last day still.
/// </summary>
internal sealed record DayBefore(DateExpression Of, bool IsEnd) : DateExpression
{
    public override bool HasYear => Of.HasYear;

    public override DayRange Resolve(DateOnly today)
    {
        if (Of.Resolve(today) is not { IsDay: true } range)
            return Of.Resolve(today);
        return range.IsMonth
            ? DayRange.Of(IsEnd ? range.Last : Days.Add(range.First, -1))
            : DayRange.Of(Days.Add(range.Due, -1));
    }
}

/// <summary>From one day to another: its end.</summary>
internal sealed record Stretch(DateExpression From, DateExpression To) : DateExpression
{
    public override bool HasYear => To.HasYear;

    public override DayRange Resolve(DateOnly today)
    {
        var (from, to) = (From.Resolve(today), To.Resolve(today));
        if (!from.IsDay || !to.IsDay)
        {
            return from.Finding == DateFinding.NoSuchDay ? from
                : to.IsDay ? DayRange.Unclear
                : to;
        }
        // "From friday to monday": the monday after that friday. Months may run already: "nov 16 to 20" on the 18th
        // ends on the 20th.
        return to.Last < from.First && To is ComingWeekday or NumberedDay { Month: null } ? To.Resolve(from.First) : to;
    }
}

/// <summary>A weekday and a date that name one day; when they do not agree nobody knows which was meant.</summary>
internal sealed record WeekdayAnd(int Weekday, DateExpression Date) : DateExpression
{
    public override bool HasYear => Date.HasYear;

    public override DayRange Resolve(DateOnly today) =>
        Date.Resolve(today) is var date && date.IsDay && Days.Weekday(date.Last) != Weekday ? DayRange.Unclear : date;
}

/// <summary>A time only a school's calendar dates.</summary>
internal sealed record SchoolTime(SchoolDate Date) : DateExpression
{
    public override DayRange Resolve(DateOnly today) => new(DateFinding.School, default, default);
}

/// <summary>A time that can mean several days ("in a few weeks", "after christmas").</summary>
internal sealed record UnclearTime : DateExpression
{
    public override DayRange Resolve(DateOnly today) => DayRange.Unclear;
}

/// <summary>A time that is over, whatever the day ("two weeks ago").</summary>
internal sealed record TimeOver : DateExpression
{
    public override DayRange Resolve(DateOnly today) => new(DateFinding.Past, default, default);
}
