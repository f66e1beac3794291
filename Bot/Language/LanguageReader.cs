using System.Buffers;
using System.Collections.Frozen;
using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>
/// Tells languages apart by the words only one of the lexicons has and by the letters and marks only one uses.
/// </summary>
internal static class LanguageReader
{
    private const int LongestWord = 24;
    private const int EnoughWords = 200;

    /// <summary>What a word or a mark that only one language has counts.</summary>
    private const int Telling = 2;

    /// <summary>How far ahead of the others: one word that only one language has decides; a lone accent does
    /// not.</summary>
    private const int Enough = 2;

    private static readonly SearchValues<char> Tells = SearchValues.Create(
        string.Concat(LanguagePacks.All.Select(pack => pack.TellingLetters + pack.TellingMarks))
    );
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> PlaceOf = Build()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="otherwise">The language of a text that tells of none, such as "80" or "no".</param>
    public static TextLanguage Detect(ReadOnlySpan<char> text, TextLanguage otherwise = default) =>
        Told(text) ?? otherwise;

    /// <summary>The language a text tells of; null where it tells of none, or of several alike.</summary>
    public static TextLanguage? Told(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[LongestWord];
        Span<int> scores = stackalloc int[LanguagePacks.All.Count];
        Span<int> accents = stackalloc int[scores.Length];
        scores.Clear();
        accents.Clear();
        var (length, words, hasAccents) = (0, 0, false);
        for (var i = 0; i <= text.Length && words < EnoughWords; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (Tells.Contains(c))
                hasAccents |= Count(c, scores, accents);
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
                {
                    if (length <= LongestWord && PlaceOf.TryGetValue(folded[..length], out var place))
                        scores[place] += Telling;
                    for (var at = 0; hasAccents && at < scores.Length; at++)
                        scores[at] += accents[at];
                }
                words++;
            }
            length = 0;
            if (hasAccents)
                accents.Clear();
            hasAccents = false;
        }
        return First(scores);
    }

    /// <summary>Counts the marks of each language at once, its letters for when their word is known.</summary>
    private static bool Count(char c, Span<int> scores, Span<int> accents)
    {
        var found = false;
        for (var at = 0; at < scores.Length; at++)
        {
            var pack = LanguagePacks.All[at];
            if (pack.TellingMarks.Contains(c, StringComparison.Ordinal))
                scores[at] += Telling;
            if (!pack.TellingLetters.Contains(c, StringComparison.Ordinal))
                continue;
            accents[at]++;
            found = true;
        }
        return found;
    }

    private static TextLanguage? First(ReadOnlySpan<int> scores)
    {
        var (first, best, second) = (0, scores[0], 0);
        for (var at = 1; at < scores.Length; at++)
        {
            if (scores[at] > best)
                (first, best, second) = (at, scores[at], best);
            else
                second = Math.Max(second, scores[at]);
        }

        return best - second >= Enough ? (TextLanguage)first : null;
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

    /// <summary>For each word that one language alone has, that language's place.</summary>
    private static FrozenDictionary<string, int> Build() =>
        LanguagePacks
            .All.SelectMany(
                (pack, place) =>
                    Lexicon
                        .Of(pack.Language)
                        .Words.Where(word => !word.Contains(' ', StringComparison.Ordinal))
                        .Select(word => (Word: word, Place: place))
            )
            .GroupBy(one => one.Word, one => one.Place, StringComparer.Ordinal)
            .Where(places => places.Count() == 1)
            .ToFrozenDictionary(places => places.Key, places => places.First(), StringComparer.Ordinal);
}
