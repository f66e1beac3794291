namespace Milestones.Language;

/// <summary>
/// A rule found in a statement: tokens First up to, not including, End, and the values of the places the rule captures.
/// </summary>
internal readonly record struct RuleMatch(Rule Rule, int First, int End, double A, double B, double C)
{
    public Label Label => Rule.Label;

    public int Length => End - First;
}

/// <summary>
/// Tries one rule at one token. A rule has at most a dozen places and gaps have a small width, so the work per token is
/// bounded whatever
/// the text; nothing here can run away.
/// </summary>
internal static class RuleMatcher
{
    public static bool TryMatch(Rule rule, ReadOnlySpan<Token> tokens, int at, out RuleMatch match)
    {
        match = default;
        if (rule.AtText && at != 0)
            return false;
        if (rule.AtSentence && at != 0 && !tokens[at - 1].EndsSentence)
            return false;
        Span<double> captured = [double.NaN, double.NaN, double.NaN];
        var end = Walk(rule, 0, tokens, at, captured, 0);
        if (end < 0)
            return false;
        match = new RuleMatch(rule, at, end, captured[0], captured[1], captured[2]);
        return true;
    }

    private static int Walk(
        Rule rule,
        int place,
        ReadOnlySpan<Token> tokens,
        int at,
        Span<double> captured,
        int captures
    )
    {
        if (place == rule.Elements.Length)
            return rule.ToEnd && at < tokens.Length && !tokens[at].EndsSentence ? -1 : at;
        var element = rule.Elements[place];
        if (element.Not)
        {
            return at < tokens.Length && element.Fits(tokens[at])
                ? -1
                : Walk(rule, place + 1, tokens, at, captured, captures);
        }

        if (element.Gap > 0)
            return WalkGap(rule, place, tokens, at, captured, captures, element.Gap);
        if (at < tokens.Length && element.Fits(tokens[at]))
        {
            if (element.Capture && captures < captured.Length)
                captured[captures] = tokens[at].Value;
            var end = Walk(rule, place + 1, tokens, at + 1, captured, captures + (element.Capture ? 1 : 0));
            if (end >= 0)
                return end;
        }
        return element.Optional ? Walk(rule, place + 1, tokens, at, captured, captures) : -1;
    }

    private static int WalkGap(
        Rule rule,
        int place,
        ReadOnlySpan<Token> tokens,
        int at,
        Span<double> captured,
        int captures,
        int gap
    )
    {
        for (var i = at; i <= at + gap && i <= tokens.Length; i++)
        {
            var end = Walk(rule, place + 1, tokens, i, captured, captures);
            if (end >= 0)
                return end;
            if (i < tokens.Length && tokens[i].EndsSentence)
                return -1;
        }
        return -1;
    }
}
