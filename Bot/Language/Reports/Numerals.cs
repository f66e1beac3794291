namespace Milestones.Language.Reports;

/// <summary>Joins the parts of a number: "seventy two", "ocho coma dos", "8 and a half", "one oh nine".</summary>
internal static class Numerals
{
    private static readonly UInt128 Words = Signs.Of(Sign.Ones, Sign.Teens, Sign.Tens, Sign.Hundreds, Sign.Once);
    private static readonly UInt128 BelowHundred = Signs.Of(Sign.Ones, Sign.Teens, Sign.Tens);

    public static bool IsNumber(ReportWord word) => !double.IsNaN(word.Value) && (word.Signs & Words) != 0;

    /// <summary>The number that begins at a token, as one token; <paramref name="at"/> moves past it.</summary>
    public static ReportToken Join(List<ReportToken> tokens, ref int at)
    {
        var first = tokens[at++];
        if (first.Is(Sign.Once))
            return first;
        var (value, last) = (first.Value, first);
        while (at < tokens.Count)
        {
            var skip = tokens[at].Is(Sign.And) && at + 1 < tokens.Count ? 1 : 0;
            var next = tokens[at + skip];
            if (!next.IsNumber || !TryAdd(ref value, last, next, skip))
                break;
            last = next;
            at += skip + 1;
        }
        if (at + 1 < tokens.Count && tokens[at].Is(Sign.Point) && tokens[at + 1].IsNumber)
            (value, last) = Decimals(tokens, value, ref at);
        if (at < tokens.Count && tokens[at].IsAny(Signs.Of(Sign.HalfMore, Sign.QuarterMore)))
        {
            value += tokens[at].Is(Sign.HalfMore) ? 0.5 : 0.25;
            last = tokens[at++];
        }
        return first with { End = last.End, Value = Math.Round(value, 6) };
    }

    private static bool TryAdd(ref double value, in ReportToken last, in ReportToken next, int skip)
    {
        if (last.Is(Sign.Tens) && next.Is(Sign.Ones) && next.Value > 0)
            value += next.Value;
        else if (last.Is(Sign.Hundreds) && next.IsAny(BelowHundred))
            value += next.Value;
        else if (last.Is(Sign.Hundreds) && next.Is(Sign.Hundreds) && next.Value < last.Value)
            value += next.Value;
        else if (next.Is(Sign.Hundreds) && skip == 0 && last.Word is not null && !last.Is(Sign.Hundreds) && value > 0)
            value *= next.Value;
        else
            return false;
        return true;
    }

    /// <summary>"two point four five", "dos coma noventa y cinco": the digits after the mark as they are
    /// said.</summary>
    private static (double, ReportToken) Decimals(List<ReportToken> tokens, double whole, ref int at)
    {
        at++;
        var scale = 1.0;
        var last = tokens[at];
        for (var digits = 0; at < tokens.Count && digits < 3 && tokens[at].IsNumber && tokens[at].Value < 100; digits++)
        {
            last = tokens[at];
            var part = tokens[at++].Value;
            var isTens = last.Is(Sign.Tens);
            if (
                isTens
                && at < tokens.Count
                && tokens[at + (tokens[at].Is(Sign.And) && at + 1 < tokens.Count ? 1 : 0)] is var ones
                && ones.Is(Sign.Ones)
            )
            {
                at += tokens[at].Is(Sign.And) ? 2 : 1;
                part += ones.Value;
                last = ones;
            }
            scale /= part >= 10 || (last.Word is null && last.End - last.Start > 1) ? 100 : 10;
            whole += part * scale;
            if (part >= 10)
                break;
        }
        return (Math.Round(whole, 6), last);
    }
}
