namespace Milestones.Language.Dates;

/// <summary>Finds the dates of a text and says which day it speaks of, as a whole or not at all.</summary>
internal static class DateFinder
{
    private const int MostDates = 8;

    /// <summary>
    /// What a text says about a day. Two days of which neither is led by "by" or "until" are unclear.
    /// </summary>
    public static DateReading Find(ReadOnlySpan<DateTerm> terms, TextLanguage language, DateOnly today)
    {
        var parser = new DateParser(terms, language);
        var result = default(DateReading);
        var isLed = false;
        var dates = 0;
        for (var at = 0; at < terms.Length && dates < MostDates; )
        {
            if (
                parser.At(at) is not { IsSome: true } found
                || !Surroundings.Allow(terms, at, found, mayStandAlone: true)
            )
            {
                at++;
                continue;
            }
            dates++;
            var reading = Surroundings.CutShort(terms, at, found.End)
                ? new DateReading(DateFinding.Unclear)
                : Read(found.Expression!, today);
            var led = Surroundings.IsDeadline(terms, at);
            var takes = Outranks(reading, led, result, isLed, today);
            result = takes ?? new DateReading(DateFinding.Unclear);
            isLed |= led && takes is not null && reading.Finding == DateFinding.Day;
            at = found.End;
        }
        return result;
    }

    /// <summary>What a date means on a day.</summary>
    public static DateReading Read(DateExpression date, DateOnly today)
    {
        var range = date.Resolve(today);
        return range.Finding switch
        {
            DateFinding.Day when range.Due < today && !date.HasYear => new(DateFinding.Past),
            DateFinding.Day => new(DateFinding.Day, range.Due),
            DateFinding.School => new(DateFinding.School, School: (date as SchoolTime)?.Date),
            var other => new(other),
        };
    }

    /// <summary>What two dates of one text say together; null where they contradict each other.</summary>
    private static DateReading? Outranks(
        DateReading next,
        bool isLed,
        DateReading first,
        bool firstIsLed,
        DateOnly today
    )
    {
        if (first.Finding == DateFinding.None || first == next)
            return next;
        if (
            next.Finding is DateFinding.Past
            || (next.Finding == DateFinding.School && first.Finding == DateFinding.Day)
        )
        {
            return first;
        }

        if (
            first.Finding is DateFinding.Past
            || (first.Finding == DateFinding.School && next.Finding == DateFinding.Day)
        )
        {
            return next;
        }

        if (first.Finding == DateFinding.Unclear || next.Finding != DateFinding.Day || first.Finding != DateFinding.Day)
            return null;
        return isLed != firstIsLed
            ? isLed
                ? next
                : first
            : first.Day == today
                ? next
                : next.Day == today
                    ? first
                    : null;
    }
}
