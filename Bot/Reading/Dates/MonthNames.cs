using System.Collections.Frozen;

namespace Milestones.Reading.Dates;

/// <summary>Names of months, whole or cut to three or four letters, of both languages, without accents.</summary>
internal static class MonthNames
{
    private static readonly string[][] Names =
    [
        ["january", "jan", "enero", "ene"], ["february", "feb", "febrero"], ["march", "mar", "marzo"],
            ["april", "apr", "abril", "abr"],
        ["may", "mayo"], ["june", "jun", "junio"], ["july", "jul", "julio"], ["august", "aug", "agosto", "ago"],
        ["september", "sep", "sept", "septiembre", "setiembre"], ["october", "oct", "octubre"],
            ["november", "nov", "noviembre"],
        ["december", "dec", "diciembre", "dic"],
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        Names.SelectMany((names, index) => names.Select(name => KeyValuePair.Create(name, index + 1)))
            .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month from 1 to 12; null where the word names none.</summary>
    public static int? Find(ReadOnlySpan<char> folded) => Months.TryGetValue(folded, out var month) ? month : null;
}
