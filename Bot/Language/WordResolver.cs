namespace Milestones.Language;

/// <summary>
/// Finds the lexicon word a typed word stands for: as it is, without a possessive, with its drawn-out letters
/// shortened, corrected, by its ending.
/// </summary>
internal static class WordResolver
{
    public static void Add(TokenList tokens, Lexicon lexicon, Span<char> folded, int apostrophe, int start, int end)
    {
        if (TryAdd(tokens, lexicon, folded, start, end))
            return;
        if (apostrophe > 0 && folded[apostrophe..] is "s" && TryAdd(tokens, lexicon, folded[..apostrophe], start, end))
            return;
        if (Misspellings.Right(folded) is { } right && TryAdd(tokens, lexicon, right, start, end))
            return;
        Span<char> shortened = stackalloc char[folded.Length];
        foreach (var kept in (ReadOnlySpan<int>)[2, 1])
        {
            if (
                Shorten(folded, shortened, kept) is var length
                && length < folded.Length
                && TryAdd(tokens, lexicon, shortened[..length], start, end)
            )
            {
                return;
            }
        }

        var word = lexicon.Correct(folded) ?? lexicon.UnknownLike(folded);
        tokens.Add(new Token(start, end, word, Shape.Word, word.Value));
    }

    private static bool TryAdd(TokenList tokens, Lexicon lexicon, ReadOnlySpan<char> folded, int start, int end)
    {
        if (lexicon.TryExpand(folded, out var words))
        {
            foreach (var word in words)
                tokens.Add(TokenOf(word, start, end));
            return true;
        }
        if (!lexicon.TryFind(folded, out var found))
            return false;
        tokens.Add(TokenOf(found, start, end));
        return true;
    }

    public static Token TokenOf(Word word, int start, int end) =>
        new(
            start,
            end,
            word,
            word.IsNumber ? Shape.Number
                : word.Is(WordClass.Ordinal) ? Shape.Ordinal
                : Shape.Word,
            word.Value
        );

    /// <summary>Cuts every run of three or more equal letters down ("sooo", "pleeease").</summary>
    private static int Shorten(ReadOnlySpan<char> from, Span<char> to, int kept)
    {
        var length = 0;
        for (var i = 0; i < from.Length; )
        {
            var run = 1;
            while (i + run < from.Length && from[i + run] == from[i])
                run++;
            for (var k = 0; k < (run > 2 ? kept : run); k++)
                to[length++] = from[i];
            i += run;
        }
        return length;
    }
}
