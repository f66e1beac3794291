using System.Collections.Frozen;

namespace Milestones.Reading;

/// <summary>Tells English from Spanish by the words only one of the lexicons has and by the letters only Spanish uses.</summary>
internal static class LanguageReader
{
    private const int LongestWord = 24;
    private const int EnoughWords = 200;
    private static readonly FrozenDictionary<string, bool> IsSpanish = Build();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Lookup = IsSpanish.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One word that only one language has decides; a lone accent does not.</summary>
    private const int Enough = 2;

    /// <param name="otherwise">The language of a text that tells of none, such as "80" or "no".</param>
    public static TextLanguage Detect(ReadOnlySpan<char> text, TextLanguage otherwise = TextLanguage.English)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var (score, length, words) = (0, 0, 0);
        for (var i = 0; i <= text.Length && words < EnoughWords; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c is '¿' or '¡')
                score += 2;
            else if (c is 'ñ' or 'Ñ' or 'á' or 'é' or 'í' or 'ó' or 'ú')
                score++;
            if (char.IsLetter(c))
            {
                if (length < LongestWord)
                    folded[length] = Folding.Fold(c);
                length++;
                continue;
            }
            if (c is '\'' or '’')
                continue;
            if (length is > 0 and <= LongestWord)
            {
                words++;
                if (Lookup.TryGetValue(folded[..length], out var spanish))
                    score += spanish ? 2 : -2;
            }
            length = 0;
        }
        return score >= Enough ? TextLanguage.Spanish : score <= -Enough ? TextLanguage.English : otherwise;
    }

    private static FrozenDictionary<string, bool> Build()
    {
        var english = Lexicon.English.Words.Where(w => !w.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var spanish = Lexicon.Spanish.Words.Where(w => !w.Contains(' ', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return english.Except(spanish).Select(w => KeyValuePair.Create(w, false))
            .Concat(spanish.Except(english).Select(w => KeyValuePair.Create(w, true)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
