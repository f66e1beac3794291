using System.Collections.Frozen;
using Milestones.Language.Packs;

namespace Milestones.Language.Dates;

/// <summary>Names of months that may be written as one word with a day, of every language.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = LanguagePacks
        .All.SelectMany(pack =>
            pack.MonthNames.SelectMany((names, index) => names.Select(name => KeyValuePair.Create(name, index + 1)))
        )
        .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month from 1 to 12; null where the word names none.</summary>
    public static int? Find(ReadOnlySpan<char> folded) => Months.TryGetValue(folded, out var month) ? month : null;
}
