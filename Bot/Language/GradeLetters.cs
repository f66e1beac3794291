namespace Milestones.Language;

/// <summary>
/// Tells the grade A from the article: "an A", "get A in math", "straight As", "from B to A". A bare b, c, d or f needs
/// no such help.
/// </summary>
internal static class GradeLetters
{
    public static void Settle(TokenList tokens, int i, ReadOnlySpan<char> text)
    {
        ref var token = ref tokens[i];
        if (token.Shape != Shape.Word || token.Word.GradeLetter is not { } letter)
            return;
        if (token.Word.IsAmbiguousLetter && !IsGrade(tokens.Span, i, text))
            return;
        var signed = token.Is(WordClass.Letter) ? token.Value : letter.Value;
        if (i + 1 < tokens.Count && tokens[i + 1].Is(WordClass.Sign))
        {
            signed += tokens[i + 1].Value;
            token = token with { End = tokens[i + 1].End };
        }
        token = token with { Word = letter, Value = signed };
    }

    private static bool IsGrade(ReadOnlySpan<Token> tokens, int i, ReadOnlySpan<char> text)
    {
        if (tokens.Length == 1)
            return true;
        var plural = tokens[i].End - tokens[i].Start > 1;
        if (plural)
            return text[tokens[i].Start] == 'A' && i > 0;
        if (i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Sign))
            return true;
        var beforeBreak =
            i + 1 == tokens.Length
            || tokens[i + 1].IsMark
            || tokens[i + 1]
                .IsAny(Word.Bit(WordClass.Preposition) | Word.Bit(WordClass.Conjunction) | Word.Bit(WordClass.Mark));
        if (i == 0 || !beforeBreak)
            return false;
        return char.IsUpper(text[tokens[i].Start]) || tokens[i - 1].Is(WordClass.GradeLead);
    }
}
