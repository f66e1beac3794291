using Milestones.Language.Packs;

namespace Milestones.Language.Dates;

/// <summary>A date found in the terms of a text.</summary>
/// <param name="End">The term after its last.</param>
/// <param name="NeedsLead">It is a date only with a word such as "by" before it, or alone ("friday", "8/10").</param>
internal readonly record struct Found(DateExpression? Expression, int End, bool NeedsLead = false)
{
    public bool IsSome => Expression is not null;

    /// <summary>The one that takes more of the text.</summary>
    public Found Or(Found other) => other.End > End ? other : this;
}

/// <summary>
/// Reads the grammar of dates, the same for all languages but for the words that play its parts (<see
/// cref="DateWords"/>) and what <see cref="DateGrammar"/> names. Every rule looks at a bounded number of terms and
/// nests a bounded number of times, so a text costs time in proportion to its length.
/// </summary>
internal readonly ref partial struct DateParser(ReadOnlySpan<DateTerm> terms, TextLanguage language)
{
    private const int Deepest = 2;

    private readonly ReadOnlySpan<DateTerm> _terms = terms;

    private readonly DateGrammar _grammar = LanguagePacks.Of(language).DateGrammar;

    /// <summary>The longest date that begins at a term, time of day and all.</summary>
    public Found At(int at)
    {
        if (!CanBegin(At(at, 0)))
            return default;
        var single = Single(at, 0);
        var found = Range(at, single).Or(single);
        return found.IsSome ? found with { End = SkipHour(found.End) } : default;
    }

    private static bool CanBegin(Part part) =>
        part
            is not (
                Part.Other
                or Part.Thing
                or Part.Counted
                or Part.Filler
                or Part.Stop
                or Part.Comma
                or Part.Slash
                or Part.Dash
                or Part.Clock
                or Part.AmPm
                or Part.Every
                or Part.To
                or Part.And
                or Part.Or
            );

    private Part At(int at, int ahead) =>
        at + ahead < _terms.Length && at + ahead >= 0 ? _terms[at + ahead].Part : Part.Stop;

    private bool Is(int at, Part part) => at < _terms.Length && _terms[at].Part == part;

    private int Skip(int at, Part part) => Is(at, part) ? at + 1 : at;

    private int Skip(int at, Part part, Part other)
    {
        for (
            var most = 3;
            most > 0 && at < _terms.Length && (_terms[at].Part == part || _terms[at].Part == other);
            most--
        )
        {
            at++;
        }

        return at;
    }

    private double Value(int at) => _terms[at].Value;

    /// <summary>One day or one stretch, with no "from … to".</summary>
    private Found Single(int at, int depth)
    {
        if (depth > Deepest || at >= _terms.Length)
            return default;
        return Before(at, depth)
            .Or(Beside(at, depth))
            .Or(Span(at, depth))
            .Or(Edge(at))
            .Or(Nth(at))
            .Or(Weekday(at))
            .Or(Date(at))
            .Or(School(at))
            .Or(Word(at));
    }

    /// <summary>A date without its weekday.</summary>
    private Found Date(int at)
    {
        var date = MonthAndDay(at).Or(Numbered(at)).Or(Digits(at)).Or(Holiday(at)).Or(Unit(at));
        if (date.Expression is not (MonthDay or NumberedDay))
            return date;
        // "12/18, friday"
        var next = Skip(date.End, Part.Comma);
        return Is(next, Part.Weekday) && At(next, 1) is Part.Stop or Part.Comma
            ? new(new WeekdayAnd((int)Value(next), date.Expression), next + 1, false)
            : date;
    }

    /// <summary>Today and tomorrow, the day after tomorrow, and times that are over.</summary>
    private Found Word(int at)
    {
        if (Is(at, Part.RelativeDay))
        {
            // "por la mañana" is a time of day; "pasado mañana" is a day.
            var isDayPart =
                _grammar.TomorrowIsMorningToo && Value(at) == 1 && at > 0 && At(at, -1) is Part.The or Part.Every;
            return isDayPart ? default : new(Value(at) < 0 ? new TimeOver() : new RelativeDay((int)Value(at)), at + 1);
        }
        if (_grammar.TomorrowIsMorningToo && Is(at, Part.Last) && Is(at + 1, Part.RelativeDay) && Value(at + 1) == 1)
            return new(new RelativeDay(2), at + 2);
        // "this morning", "esta noche"
        return Is(at, Part.This) && Is(at + 1, Part.DayPart) ? new(new RelativeDay(0), at + 2) : default;
    }

    /// <summary>Passes over the time of day that a date may end in ("at 3 pm", "por la mañana").</summary>
    private int SkipHour(int end)
    {
        for (var times = 0; times < 3; times++)
        {
            var at = Skip(Skip(end, Part.Comma), Part.At, Part.By);
            at = Skip(Skip(at, Part.Of, Part.In), Part.The);
            if (
                at < end + 1
                && !Is(at, Part.Clock)
                && !Is(at, Part.DayPart)
                && !(Is(at, Part.Number) && Is(at + 1, Part.AmPm))
            )
            {
                return end;
            }

            var isHour =
                Is(at, Part.Number)
                && Value(at) <= 24
                && (
                    Is(at + 1, Part.AmPm)
                    || (Is(at - 1, Part.At) && At(at, 1) is Part.Stop or Part.Comma or Part.Of or Part.By)
                );
            if (isHour || Is(at, Part.Clock))
            {
                end = Skip(at + 1, Part.AmPm);
            }
            else if (
                Is(at, Part.DayPart)
                || (_grammar.TomorrowIsMorningToo && Is(at, Part.RelativeDay) && Is(at - 1, Part.The))
            )
            {
                end = at + 1;
            }
            else
            {
                return end;
            }
        }
        return end;
    }
}
