namespace Milestones.Language.Reports;

/// <summary>Finds a word as it is typed: with its drawn-out letters cut down ("sooo"), or as it is.</summary>
internal static class ReportSpelling
{
    public static ReportWord? Find(ReportLexicon lexicon, ReadOnlySpan<char> folded)
    {
        if (lexicon.Find(folded) is { } word)
            return word;
        if (Misspellings.Right(folded) is { } right && lexicon.Find(right) is { } meant)
            return meant;
        Span<char> shortened = stackalloc char[folded.Length];
        foreach (var kept in (ReadOnlySpan<int>)[2, 1])
        {
            if (
                Shorten(folded, shortened, kept) is var length
                && length < folded.Length
                && lexicon.Find(shortened[..length]) is { } found
            )
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Cuts every run of three or more equal letters down.</summary>
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
