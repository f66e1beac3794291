namespace Milestones.Language.Dates;

/// <summary>From one day to another.</summary>
internal readonly ref partial struct DateParser
{
    /// <summary>
    /// "from oct 2 to oct 22", "nov 16-20", "between the 13th and 15th of july", "desde hoy hasta mañana".
    /// </summary>
    private Found Range(int at, Found single)
    {
        var isBetween = Is(at, Part.Between);
        var isFrom = isBetween || Is(at, Part.From) || (_grammar.OfBeginsAStretch && Is(at, Part.Of));
        // "del lunes al viernes" is one stretch, "de lunes a viernes" every one.
        var isOne = isFrom && !(Is(at, Part.Of) && double.IsNaN(Value(at)));
        var start = isFrom ? Skip(Skip(at + 1, Part.To), Part.Of) : at;
        var left = isFrom ? Single(start, 1) : single;
        var bare = DayNumber(Skip(start, Part.The), out var day, out var bareEnd);
        var isSaidDay = Is(start, Part.The) || Is(bareEnd - 1, Part.Ordinal) || (Is(at, Part.Of) && Value(at) == 1);
        if (left.IsSome && RangeEnd(left, left.End, isOne, isBetween) is { IsSome: true } range)
            return range;
        // "13th to 15th july": the first day has its month from the second.
        if (!bare || !IsTo(bareEnd, isBetween || isFrom))
            return default;
        var right = Ending(Skip(bareEnd, Part.To, Part.Until) is var next && next > bareEnd ? next : bareEnd + 1);
        return right.Expression switch
        {
            MonthDay month => new(new Stretch(month with { Day = day }, month), right.End),
            NumberedDay { Month: not null } number => new(new Stretch(number with { Day = day }, number), right.End),
            NumberedDay number when isFrom && isSaidDay && day <= LastDay => new(
                new Stretch(new NumberedDay(day), number),
                right.End,
                NeedsLead: true
            ),
            _ => default,
        };
    }

    private Found RangeEnd(Found left, int at, bool isOne, bool isBetween)
    {
        at = Skip(at, Part.Comma);
        if (!IsTo(at, isBetween) || left.Expression is TimeOver)
            return default;
        var next = Skip(at, Part.To, Part.Until) is var skipped && skipped > at ? skipped : at + 1;
        // "nov 16-20": the second day has its month from the first.
        if (
            left.Expression is MonthDay begin
            && DayNumber(Skip(next, Part.The), out var day, out var end)
            && At(Skip(end, Part.Of), 0) is not (Part.Month or Part.Slash)
            && !Counts(end)
        )
        {
            var year = YearAt(end, out var after);
            var to = begin with { Day = day, Year = year.IsSaid ? year : begin.Year };
            return new(new Stretch(begin with { Year = to.Year }, to), year.IsSaid ? after : end);
        }
        var right = Ending(next);
        if (!right.IsSome)
            return default;
        if (
            left.Expression is MonthDay { Year.IsSaid: false } first
            && right.Expression is MonthDay { Year.IsSaid: true } last
        )
        {
            return new(new Stretch(first with { Year = last.Year }, last), right.End);
        }

        if (
            left.Expression is WholeMonth { Year.IsSaid: false } whole
            && right.Expression is WholeMonth { Year.IsSaid: true } lastMonth
        )
        {
            return new(new Stretch(whole with { Year = lastMonth.Year }, lastMonth), right.End);
        }
        // "monday to friday" is when school is.
        return !isOne && left.Expression is ComingWeekday
            ? new(new UnclearTime(), right.End, NeedsLead: true)
            : new(new Stretch(left.Expression!, right.Expression!), right.End);
    }

    private Found Ending(int at)
    {
        var right = Single(at, 1);
        return right.IsSome ? right
            : OrdinalAlone(Skip(at, Part.The)) is { IsSome: true } day && !Counts(day.End) ? day
            : default;
    }

    private bool IsTo(int at, bool isBetween) =>
        At(at, 0) is Part.To or Part.Until or Part.Dash || (isBetween && Is(at, Part.And));
}
