namespace Milestones.Language.Dates;

/// <summary>
/// Short words that are a day only in company; <see cref="DateWords"/> gives them the weekday's number below zero.
/// "sat" and "sun" are days beside a
/// preposition, a number or alone; Spanish "mar" is Tuesday before the day of a month, and March beside any other
/// number.
/// </summary>
internal static class DoubtfulWords
{
    private const int Tuesday = 2;
    private const int March = 3;
    private const int Several = 2;

    public static void Settle(Span<DateTerm> terms)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            // "los martes" is every Tuesday.
            if (
                terms[i] is { Part: Part.The, Value: Several }
                && i + 1 < terms.Length
                && terms[i + 1].Part == Part.Weekday
            )
            {
                terms[i] = terms[i] with { Part = Part.Every };
            }

            if (terms[i] is { Part: Part.Weekday, Value: < 0 } doubtful)
            {
                terms[i] =
                    doubtful.Value == -Tuesday ? Mar(terms, i)
                    : IsInCompany(terms, i) ? doubtful with { Value = -doubtful.Value }
                    : doubtful with { Part = Part.Other, Value = double.NaN };
            }
        }
    }

    private static bool IsInCompany(ReadOnlySpan<DateTerm> terms, int at)
    {
        var before = at > 0 ? terms[at - 1].Part : Part.Stop;
        var after = at + 1 < terms.Length ? terms[at + 1].Part : Part.Stop;
        return before
                is Part.By
                    or Part.This
                    or Part.Next
                    or Part.Coming
                    or Part.Before
                    or Part.Until
                    or Part.From
                    or Part.Of
                    or Part.To
            || after is Part.Number or Part.Ordinal or Part.Month or Part.Numeric or Part.Comma
            || (at == 0 && after is Part.Stop or Part.DayPart or Part.Clock);
    }

    private static DateTerm Mar(ReadOnlySpan<DateTerm> terms, int at)
    {
        var number = at + 1 < terms.Length && terms[at + 1].Part == Part.Number;
        if (number && at + 3 < terms.Length && terms[at + 2].Part == Part.Of && terms[at + 3].Part == Part.Month)
            return terms[at] with { Value = Tuesday };
        var beside =
            number
            || (at > 0 && terms[at - 1].Part is Part.Number or Part.Of or Part.Ordinal or Part.Slash or Part.Dash);
        return beside
            ? terms[at] with
            {
                Part = Part.Month,
                Value = March,
            }
            : terms[at] with
            {
                Part = Part.Other,
                Value = double.NaN,
            };
    }
}
