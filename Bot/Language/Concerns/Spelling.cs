using System.Collections.Frozen;

namespace Milestones.Language.Concerns;

/// <summary>
/// Finds the lexicon word that one slip (a letter missing, added, changed, or two swapped) turned into what was
/// written.
/// Words are compared through their spellings with one letter left out, so a look-up costs a few hashes, not a search.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 6;
    private const int Longest = 20;
    private readonly FrozenDictionary<string, string> _clipped;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <param name="words">Words worth recognising when misspelt; short ones are left out, too many words are one slip
    /// away from them.</param>
    public Spelling(IEnumerable<string> words)
    {
        var clipped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var word in words.Where(word => word.Length is >= Shortest and <= Longest).Order(StringComparer.Ordinal)
        )
        {
            clipped.TryAdd(word, word);
            for (var at = 1; at < word.Length; at++)
                clipped.TryAdd(word.Remove(at, 1), word);
        }

        _clipped = clipped.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _clipped.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The word meant, or none. The first letter counts as right: slips there are rare, and "putting" is no "cutting".
    /// </summary>
    public string? Correct(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest)
            return null;
        if (_bySpan.TryGetValue(word, out var meant))
            return meant;
        Span<char> rest = stackalloc char[Longest - 1];
        rest[0] = word[0];
        // rest is the word without the letter at `at`; moving on puts that letter back and takes the next.
        word[2..].CopyTo(rest[1..]);
        for (var at = 1; at < word.Length; at++)
        {
            if (at > 1)
                rest[at - 1] = word[at - 1];
            if (
                _bySpan.TryGetValue(rest[..(word.Length - 1)], out meant)
                && Math.Abs(meant.Length - word.Length) <= 1
                && OneSlip(word, meant)
            )
            {
                return meant;
            }
        }

        return null;
    }

    /// <summary>Two words that agree with one letter left out of each may still be two slips apart.</summary>
    private static bool OneSlip(ReadOnlySpan<char> written, ReadOnlySpan<char> meant)
    {
        var same = written.CommonPrefixLength(meant);
        var left = written[same..];
        var right = meant[same..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        return left.Length + right.Length <= 2
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
