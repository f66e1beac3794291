using System.Collections.Frozen;
using Milestones.Calendar;

namespace Milestones.Language.Dates;

/// <summary>A language's names of what a school's own calendar dates. Without accents.</summary>
internal sealed class SchoolWords
{
    private readonly FrozenDictionary<string, SchoolOccasion>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openings;

    /// <summary>Names are parted by commas.</summary>
    public SchoolWords(params (SchoolOccasion Occasion, string Names)[] lists)
    {
        var names = lists
            .SelectMany(list => list.Names.Split(',').Select(name => KeyValuePair.Create(name, list.Occasion)))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _words = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _openings = names
            .Keys.Where(name => name.Contains(' ', StringComparison.Ordinal))
            .Select(name => name[..name.IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryFind(ReadOnlySpan<char> word, out SchoolOccasion occasion) => _words.TryGetValue(word, out occasion);

    /// <summary>Whether a name of several words begins with a word.</summary>
    public bool OpensPhrase(ReadOnlySpan<char> word) => _openings.Contains(word);
}
