namespace Milestones.Language;

/// <summary>
/// Finds the lexicon word a misspelling stands for: two words are near when leaving out at most one letter of each
/// makes them equal, which
/// covers a letter wrong, missing, too many or moved. The neighbourhood is computed once, so a look-up costs one probe
/// per letter.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestCorrected = 4;
    private const int ShortestTarget = 5;
    private const int LongWord = 8;
    private const int Longest = 20;

    // Frozen it would be found no sooner, and made in four times the time.
    private readonly Dictionary<ulong, Word> _neighbours;

    public Spelling(IEnumerable<Word> words)
    {
        Word[] targets =
        [
            .. words
                .Where(w => w.Text.Length is >= ShortestTarget and <= Longest && w.Text.All(char.IsAsciiLetterLower))
                .Where(w => !w.Is(WordClass.Unknown))
                .OrderBy(w => w.Is(WordClass.Function))
                .ThenBy(w => w.Text, StringComparer.Ordinal),
        ];
        _neighbours = new(targets.Sum(word => word.Text.Length + 1));
        foreach (var word in targets)
        {
            _neighbours[Hash(word.Text, -1)] = word;
            for (var i = 0; i < word.Text.Length; i++)
                _neighbours.TryAdd(Hash(word.Text, i), word);
        }
    }

    public Word? Nearest(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < ShortestCorrected or > Longest)
            return null;
        if (_neighbours.TryGetValue(Hash(folded, -1), out var word))
            return word;
        if (folded.Length < ShortestTarget)
            return null;
        for (var i = folded.Length - 1; i > 0; i--)
        {
            if (_neighbours.TryGetValue(Hash(folded, i), out word) && IsNear(folded, word.Text))
                return word;
        }

        return null;
    }

    /// <summary>One letter apart, or in a long word one letter moved ("tommorow").</summary>
    private static bool IsNear(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (typed[0] != word[0])
            return false;
        var start = typed.CommonPrefixLength(word);
        var a = typed[start..];
        var b = word[start..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        var swapped = a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0];
        return swapped || Math.Max(a.Length, b.Length) <= 1 || typed.Length >= LongWord;
    }

    private static ulong Hash(ReadOnlySpan<char> text, int without)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != without)
                hash = (hash ^ text[i]) * 1099511628211UL;
        }

        return hash;
    }
}
