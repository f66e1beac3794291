using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>Joins what belongs together: set phrases, the parts of a number, a grade letter and its sign.</summary>
internal static class ReportJoiner
{
    private const double SignPoints = 0.3;

    public static void Join(List<ReportToken> tokens, ReadOnlySpan<char> text, TextLanguage language)
    {
        var kept = 0;
        for (var i = 0; i < tokens.Count; )
            tokens[kept++] = Phrase(tokens, text, ref i);
        tokens.RemoveRange(kept, tokens.Count - kept);
        kept = 0;
        for (var i = 0; i < tokens.Count; )
            tokens[kept++] = tokens[i].IsNumber ? Numerals.Join(tokens, ref i) : Letter(tokens, text, language, ref i);
        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    private static ReportToken Phrase(List<ReportToken> tokens, ReadOnlySpan<char> text, ref int i)
    {
        var first = tokens[i];
        foreach (var phrase in first.Word?.Phrases ?? [])
        {
            if (!Follows(tokens, i + 1, phrase.Rest, text))
                continue;
            i += phrase.Rest.Length + 1;
            return ReportToken.Of(phrase.Whole, first.Start, tokens[i - 1].End);
        }
        i++;
        return first;
    }

    private static bool Follows(List<ReportToken> tokens, int at, string[] rest, ReadOnlySpan<char> text)
    {
        if (at + rest.Length > tokens.Count)
            return false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (tokens[at + i].IsMark || !IsWord(text[tokens[at + i].Start..tokens[at + i].End], rest[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a stretch of text is a word of the lexicon, or begins as the part before its "*".</summary>
    public static bool IsWord(ReadOnlySpan<char> typed, string part)
    {
        if (part == "_")
            return true;
        var at = 0;
        foreach (var c in typed)
        {
            if (c is '\'' or '’' or '´' or '`' || Folding.IsInvisible(c))
                continue;
            if (at < part.Length && part[at] == '*')
                return true;
            if (at == part.Length || Folding.Fold(c) != part[at++])
                return false;
        }
        return at == part.Length || part[at] == '*';
    }

    /// <summary>
    /// A lone b, c, d or f is a grade; an a only after "an" or "una", with a sign, as a capital that begins nothing,
    /// or where
    /// the sentence ends on it.
    /// </summary>
    private static ReportToken Letter(
        List<ReportToken> tokens,
        ReadOnlySpan<char> text,
        TextLanguage language,
        ref int i
    )
    {
        var token = tokens[i++];
        if (token.Look != Look.Word || token.End - token.Start > 2 || PointsOf(text[token.Start]) is not { } points)
            return token;
        var plural = token.End - token.Start == 2;
        if (plural && (text[token.Start + 1] != 's' || !char.IsUpper(text[token.Start])))
            return token;
        var sign =
            i < tokens.Count && tokens[i].Start <= token.End + 1 && IsSign(tokens, i, text)
                ? tokens[i].Is(Sign.Plus)
                    ? 1
                    : -1
                : 0;
        if (sign == 0 && char.ToLowerInvariant(text[token.Start]) == 'a' && !IsGradeA(tokens, i - 1, text, language))
            return token;
        if (sign == 0)
            return ReportToken.Bare(token.Start, token.End, Look.Letter, points);
        // "A-minus" says the sign twice.
        if (
            i + 1 < tokens.Count
            && tokens[i].End - tokens[i].Start == 1
            && tokens[i].End == tokens[i + 1].Start
            && IsSign(tokens, i + 1, text)
        )
        {
            (sign, i) = (tokens[i + 1].Is(Sign.Plus) ? 1 : -1, i + 1);
        }

        return ReportToken.Bare(token.Start, tokens[i++].End, Look.Letter, Math.Round(points + (sign * SignPoints), 1));
    }

    private static bool IsSign(List<ReportToken> tokens, int at, ReadOnlySpan<char> text)
    {
        if (!tokens[at].IsAny(Signs.Of(Sign.Plus, Sign.Minus)))
            return false;
        if (
            at + 1 < tokens.Count
            && tokens[at].End == tokens[at + 1].Start
            && tokens[at + 1].IsAny(Signs.Of(Sign.Plus, Sign.Minus))
        )
        {
            return true;
        }

        return char.IsLetter(text[tokens[at].Start])
            || tokens[at].End >= text.Length
            || !char.IsLetterOrDigit(text[tokens[at].End]);
    }

    private static bool IsGradeA(List<ReportToken> tokens, int at, ReadOnlySpan<char> text, TextLanguage language)
    {
        if (tokens.Count == 1)
            return true;
        var before = at > 0 ? text[tokens[at - 1].Start..tokens[at - 1].End] : default;
        if (
            before.Equals("an", StringComparison.OrdinalIgnoreCase)
            || before.Equals("una", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        var ends = at + 1 == tokens.Count || tokens[at + 1].IsMark;
        var capital = char.IsUpper(text[tokens[at].Start]) && at > 0 && !tokens[at - 1].IsMark;
        return capital
            || (ends && LanguagePacks.Of(language).ReportGrammar.MayEndOnAnA && at > 0 && tokens[at - 1].Is(Sign.To));
    }

    private static double? PointsOf(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'a' => 4,
            'b' => 3,
            'c' => 2,
            'd' => 1,
            'f' => 0,
            _ => null,
        };
}
