using Milestones.Calendar;

namespace Milestones.Language.Dates;

/// <summary>
/// Lengths of time, days beside other days, what comes before a day, and stretches from one day to another.
/// </summary>
internal readonly ref partial struct DateParser
{
    private const int MostLengths = 3;

    /// <summary>The value of "for", with which a length is how long something lasts.</summary>
    private const double Lasting = 1;

    /// <summary>"in two weeks", "3 weeks from tomorrow", "the next 3 days", "for a month", "hace dos días".</summary>
    private Found Span(int at, int depth)
    {
        var first = at;
        var isOver = _grammar.AgoComesFirst && Is(at, Part.Ago);
        at = isOver ? at + 1 : at;
        var hasIn = Is(at, Part.In) || Is(at, Part.By);
        var lasts = hasIn && Value(at) == Lasting;
        at = Skip(Skip(at, Part.In, Part.By), Part.At, Part.Of);
        at = Skip(Skip(at, Part.The, Part.About), Part.At);
        var isNext = At(at, 0) is Part.Next or Part.Coming;
        isOver |= Is(at, Part.Last);
        at = isNext || Is(at, Part.Last) ? at + 1 : at;
        // "over the next month" is a month long; "next month" is not.
        if (
            isNext
            && _grammar.OverTheNextIsALength
            && At(first, 0) is Part.In or Part.Until
            && Is(at - 2, Part.The)
            && Is(at, Part.Unit)
            && _terms[at].Unit != TimeUnit.Weekend
        )
        {
            return new(new Away(1, _terms[at].Unit), at + 1);
        }

        at = Skip(at, Part.About, Part.About);
        if (!Length(at, out var length, out var end))
            return Few(at, hasIn || isNext, isOver);
        if (Is(end, Part.Coming) || (_grammar.NextFollowsTheNoun && Is(end, Part.Next)))
            (isNext, end) = (true, end + 1);
        if (isOver || Is(end, Part.Ago))
            return new(new TimeOver(), Is(end, Part.Ago) ? end + 1 : end);
        if (At(end, 0) is Part.A or Part.Every || (lasts && length.Unit == TimeUnit.Hour))
            return default;
        var from = AwayFrom(length, end, depth);
        if (from.IsSome)
            return from;
        if (Is(end, Part.Later) || (Is(end, Part.After) && At(end, 1) is Part.Stop or Part.Comma))
            return new(length, end + 1);
        if (At(end, 0) is Part.After or Part.Before or Part.From or Part.Slash)
            return new(new UnclearTime(), end + 1);
        // "one day" is some day.
        if (!hasIn && !isNext && length is { Count: 1, Unit: TimeUnit.Day, From: null })
            return default;
        return first == at || isNext || hasIn ? new(length, end, NeedsLead: !hasIn && !isNext) : default;
    }

    /// <summary>A length and the day it is counted from: "from now", "after christmas", "before friday".</summary>
    private Found AwayFrom(Away length, int at, int depth)
    {
        var isBack = Is(at, Part.Before);
        if (At(at, 0) is not (Part.From or Part.After or Part.Before or Part.Of))
            return default;
        var next = Skip(at + 1, Part.Of, Part.From);
        if (Is(next, Part.Now))
            return new(length, next + 1);
        if (Is(at, Part.Of) && !(_grammar.CountsFromADayWithOf && Is(next, Part.RelativeDay)))
            return default;
        var other = Single(next, depth + 1);
        return !other.IsSome ? default
            : other.Expression is SchoolTime or UnclearTime or TimeOver ? new(new UnclearTime(), other.End)
            : new(Rebased(length, other.Expression!, isBack), other.End);
    }

    private static Away Rebased(Away length, DateExpression other, bool isBack) =>
        length with
        {
            From = length.From is Away inner ? Rebased(inner, other, isBack) : other,
            Back = isBack,
        };

    /// <summary>"two weeks", "a month", "one year and two months".</summary>
    private bool Length(int at, out Away length, out int end)
    {
        (length, end) = (null!, at);
        for (var lengths = 0; lengths < MostLengths; lengths++)
        {
            var start = lengths > 0 ? Skip(Skip(at, Part.Comma), Part.And) : at;
            if (At(start, 0) is not (Part.Number or Part.A))
                break;
            var count = Value(start);
            // "a couple of weeks" and "half a year" have two words of number.
            if (Is(start, Part.Number) && Is(start + 1, Part.A))
                start++;
            else if (Is(start, Part.A) && Is(start + 1, Part.Number))
                count = Value(++start);
            var unit = Skip(start + 1, Part.About, _grammar.NumberTakesOf ? Part.Of : Part.About);
            if (Is(unit, Part.Unit))
            {
                length = new Away(count, _terms[unit].Unit, length);
            }
            else if (
                lengths == 0
                && At(unit, 0) is Part.Weekdays or Part.Weekday
                && count is >= 1 and <= 52
                && At(unit, 1) is Part.From
                && Is(unit + 2, Part.Now)
            )
            {
                return WeekdaysAway(unit, count, out length, out end);
            }
            else
            {
                break;
            }

            if (double.IsNaN(count) || _terms[unit].Unit == TimeUnit.Weekend)
                return false;
            at = end = unit + 1;
        }
        return length is not null;
    }

    /// <summary>"3 fridays from now" counts fridays: as many weeks from the day seven days before the first.</summary>
    private bool WeekdaysAway(int at, double count, out Away length, out int end)
    {
        length = new Away(
            count * 7,
            TimeUnit.Day,
            new Away(7, TimeUnit.Day, new ComingWeekday((int)Value(at)), Back: true)
        );
        end = at + 3;
        return true;
    }

    /// <summary>"in a few weeks" is no day, nor is "next few days".</summary>
    private Found Few(int at, bool isAhead, bool isOver)
    {
        at = Skip(at, Part.A);
        if (!Is(at, Part.Few) || !Is(at + 1, Part.Unit))
            return default;
        return new(
            isOver || Is(at + 2, Part.Ago) ? new TimeOver() : new UnclearTime(),
            Is(at + 2, Part.Ago) ? at + 3 : at + 2,
            NeedsLead: !isAhead
        );
    }

    /// <summary>
    /// "the day after tomorrow", "the week before christmas", "the friday after thanksgiving", "el día siguiente".
    /// </summary>
    private Found Beside(int at, int depth)
    {
        var start = Skip(at, Part.The);
        if (!(Is(start, Part.Unit) || Is(start, Part.Weekday)))
            return default;
        var word = start + 1;
        if (At(word, 0) is not (Part.After or Part.Before or Part.From))
            return default;
        var isBefore = Is(word, Part.Before);
        var next = Skip(word + 1, Part.Of);
        if (
            Is(start, Part.Unit)
            && _terms[start].Unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month
            && Is(word, Part.After)
            && Skip(next, Part.The) is var skip
            && Is(skip, Part.Next)
        )
        {
            return new(new WholeUnit(_terms[start].Unit, 2), skip + 1);
        }

        if (Is(next, Part.Now))
            return Is(start, Part.Unit) ? new(new Away(1, _terms[start].Unit), next + 1) : default;
        var other = Single(next, depth + 1);
        if (!other.IsSome)
            return default;
        if (other.Expression is SchoolTime { Date: var school })
        {
            return isBefore
                ? new(new SchoolTime(school with { Edge = SchoolEdge.Before }), other.End)
                : new(new UnclearTime(), other.End);
        }

        if (other.Expression is UnclearTime or TimeOver)
            return other;
        return new(
            Is(start, Part.Weekday) ? new BesideWeekday((int)Value(start), isBefore, other.Expression!)
                : _terms[start].Unit is TimeUnit.Day || Is(word, Part.From)
                    ? new Away(1, _terms[start].Unit, other.Expression, isBefore)
                : new BesideUnit(_terms[start].Unit, isBefore ? -1 : 1, other.Expression!),
            other.End
        );
    }

    /// <summary>"before friday"; what is "after friday" is no day.</summary>
    private Found Before(int at, int depth)
    {
        if (At(at, 0) is not (Part.Before or Part.After))
            return default;
        var next = Skip(at + 1, Part.Of, Part.By);
        var other = Single(next, depth + 1);
        if (!other.IsSome)
            return default;
        return other.Expression switch
        {
            TimeOver => other,
            SchoolTime { Date: { Edge: not SchoolEdge.End } date } when Is(at, Part.Before) => new(
                new SchoolTime(date with { Edge = SchoolEdge.Before }),
                other.End
            ),
            SchoolTime when Is(at, Part.Before) => other with { NeedsLead = false },
            UnclearTime => other,
            _ when Is(at, Part.After) => new(new UnclearTime(), other.End),
            _ => new(new DayBefore(other.Expression!, IsEnd: EndsOf(next)), other.End),
        };
    }

    private bool EndsOf(int at) => Is(Skip(at, Part.The), Part.End);
}
