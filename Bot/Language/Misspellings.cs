using System.Collections.Frozen;
using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>
/// How children write words by their sound: "anuther", "uncel", "qiero". Further from the word than one slip of a
/// letter, and no word of their own, so that they can be read as what they stand for wherever a reader knows none.
/// </summary>
internal static class Misspellings
{
    private static readonly Lazy<FrozenDictionary<string, string>> LazyWords = new(Build);

    private static readonly Lazy<FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> LazyLookup = new(
        () =>
            LazyWords.Value.GetAlternateLookup<ReadOnlySpan<char>>()
    );

    public static IReadOnlyDictionary<string, string> All => LazyWords.Value;

    /// <summary>The word that is meant, folded; null for words that are not known to be misspelt.</summary>
    public static string? Right(ReadOnlySpan<char> folded) =>
        LazyLookup.Value.TryGetValue(folded, out var right) ? right : null;

    private static FrozenDictionary<string, string> Build()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pack in LanguagePacks.All)
        {
            foreach (var (file, line) in LexiconText.Lines($"{pack.Code}-misspelt", pack.Files))
            {
                if (line.Split('=', StringSplitOptions.TrimEntries) is not [var wrong, { Length: > 0 } right])
                    throw new InvalidDataException($"{pack.Code}-misspelt/{file}: {line} has no right word.");
                foreach (var one in wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    words.TryAdd(one, right);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
