using System.Collections.Frozen;

namespace Milestones.Language;

/// <summary>
/// Tells English from Spanish by the words only one of the lexicons has and by the letters only Spanish uses.
/// </summary>
internal static class LanguageReader
{
    private const int LongestWord = 24;
    private const int EnoughWords = 200;
    private static readonly FrozenDictionary<string, bool> IsSpanish = Build();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        IsSpanish.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One word that only one language has decides; a lone accent does not.</summary>
    private const int Enough = 2;

    /// <param name="otherwise">The language of a text that tells of none, such as "80" or "no".</param>
    public static TextLanguage Detect(ReadOnlySpan<char> text, TextLanguage otherwise = TextLanguage.English)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var (score, length, words, accents) = (0, 0, 0, 0);
        for (var i = 0; i <= text.Length && words < EnoughWords; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c is '¿' or '¡')
                score += 2;
            else if (c is 'ñ' or 'Ñ' or 'á' or 'é' or 'í' or 'ó' or 'ú')
                accents++;
            if (char.IsLetter(c))
            {
                if (length < LongestWord)
                    folded[length] = Folding.Fold(c);
                length++;
                continue;
            }
            if (c is '\'' or '’')
                continue;
            if (length > 0)
            {
                if (!IsName(text[..i]))
                    score +=
                        accents
                        + (
                            length <= LongestWord && Lookup.TryGetValue(folded[..length], out var spanish)
                                ? spanish
                                    ? 2
                                    : -2
                                : 0
                        );
                words++;
            }
            (length, accents) = (0, 0);
        }
        return score >= Enough ? TextLanguage.Spanish
            : score <= -Enough ? TextLanguage.English
            : otherwise;
    }

    /// <summary>
    /// A capital in the middle of a sentence, as in "ask Señora Núñez", names somebody, in any language.
    /// </summary>
    private static bool IsName(ReadOnlySpan<char> textUntilItsEnd)
    {
        var start = textUntilItsEnd.LastIndexOfAny(' ', '\n') + 1;
        var before = textUntilItsEnd[..start].TrimEnd(' ');
        var word = textUntilItsEnd[start..];
        return word.Length > 1
            && char.IsUpper(word[0])
            && char.IsLower(word[1])
            && before is not [] and not [.., '.' or '!' or '?' or ':' or '\n'];
    }

    private static FrozenDictionary<string, bool> Build()
    {
        var english = Lexicon
            .English.Words.Where(w => !w.Contains(' ', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var spanish = Lexicon
            .Spanish.Words.Where(w => !w.Contains(' ', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        return english
            .Except(spanish)
            .Select(w => KeyValuePair.Create(w, false))
            .Concat(spanish.Except(english).Select(w => KeyValuePair.Create(w, true)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
