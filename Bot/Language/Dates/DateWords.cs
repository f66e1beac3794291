using System.Collections.Frozen;

namespace Milestones.Language.Dates;

/// <summary>
/// The words a language makes dates of, beside the numbers, weekdays, months and holidays of its lexicon. All are
/// without accents.
/// </summary>
internal sealed class DateWords
{
    private readonly FrozenDictionary<string, (Part Part, double Value)>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openings;

    /// <summary>A word is written with its value after an equals sign, a set phrase with low lines.</summary>
    public DateWords(params (Part Part, string Words)[] lists)
    {
        var entries = lists
            .SelectMany(list =>
                list.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => EntryOf(list.Part, word))
            )
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _words = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        _openings = entries
            .Keys.Where(word => word.Contains(' ', StringComparison.Ordinal))
            .Select(word => word[..word.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a set phrase begins with a word.</summary>
    public bool OpensPhrase(ReadOnlySpan<char> word) => _openings.Contains(word);

    public bool TryFind(ReadOnlySpan<char> word, out Part part, out double value)
    {
        var found = _words.TryGetValue(word, out var entry);
        (part, value) = entry;
        return found;
    }

    private static KeyValuePair<string, (Part, double)> EntryOf(Part part, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var value =
            equals < 0
                ? double.NaN
                : int.Parse(word[(equals + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return new((equals < 0 ? word : word[..equals]).Replace('_', ' '), (part, value));
    }
}
