namespace Milestones.Language;

/// <summary>
/// Joins what belongs together: the words of a set phrase, the parts of a number in words, a letter grade and its sign.
/// </summary>
internal static class TokenJoiner
{
    private const double SignPoints = 0.3;

    /// <summary>
    /// A plus or minus right after a single letter belongs to a grade ("B+", "A-"); after anything else it means
    /// nothing.
    /// </summary>
    public static void MarkGrade(TokenList tokens, char sign, int at, char next)
    {
        if (tokens.Count == 0 || char.IsLetterOrDigit(next))
            return;
        ref var last = ref tokens[tokens.Count - 1];
        if (last.End != at || last.End - last.Start != 1 || last.Word.GradeLetter is not { } letter)
            return;
        last = last with
        {
            End = at + 1,
            Word = letter,
            Value = letter.Value + (sign == '+' ? SignPoints : -SignPoints),
        };
    }

    public static void Join(TokenList tokens, Lexicon lexicon, ReadOnlySpan<char> text)
    {
        var kept = 0;
        for (var i = 0; i < tokens.Count; kept++)
            tokens[kept] = Next(tokens, lexicon, ref i);
        tokens.CutTo(kept);
        for (var i = 0; i < tokens.Count; i++)
            GradeLetters.Settle(tokens, i, text);
    }

    private static Token Next(TokenList tokens, Lexicon lexicon, ref int i)
    {
        var first = tokens[i];
        foreach (var phrase in lexicon.PhrasesFrom(first.Word))
        {
            if (!Follows(tokens.Span[(i + 1)..], phrase.Rest))
                continue;
            i += phrase.Rest.Length + 1;
            return WordResolver.TokenOf(phrase.Whole, first.Start, tokens[i - 1].End);
        }
        if (first.Shape == Shape.Number && first.Word.IsNumber)
            return JoinNumber(tokens, ref i);
        i++;
        return first;
    }

    private static bool Follows(ReadOnlySpan<Token> tokens, Word[] rest)
    {
        if (tokens.Length < rest.Length)
            return false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (!ReferenceEquals(tokens[i].Word, rest[i]))
                return false;
        }

        return true;
    }

    /// <summary>"seventy two", "two hundred and fifty", "treinta y dos", "two and a half".</summary>
    private static Token JoinNumber(TokenList tokens, ref int i)
    {
        var first = tokens[i++];
        var (value, end, last) = (first.Value, first.End, first.Word);
        while (i < tokens.Count)
        {
            var skip = tokens[i].Is(WordClass.NumberLink) && i + 1 < tokens.Count ? 1 : 0;
            var next = tokens[i + skip];
            if (next.Shape != Shape.Number || !next.Word.IsNumber)
                break;
            if (last.Is(WordClass.Tens) && next.Is(WordClass.Unit) && next.Value < 10)
                value += next.Value;
            else if (next.Is(WordClass.Hundred) && skip == 0 && !last.Is(WordClass.Hundred))
                value *= next.Value;
            else if (last.Is(WordClass.Hundred) && next.Value < last.Value)
                value += next.Value;
            else
                break;
            (end, last) = (next.End, next.Word);
            i += skip + 1;
        }
        return first with { End = end, Value = value };
    }
}
