using System.Buffers;
using Milestones.Language.Packs;

namespace Milestones.Language.Concerns;

/// <summary>
/// Tells which languages a text is in by words that only one of them has, so that slang of one is not read into the
/// other ("pack my bag" is no Spanish).
/// </summary>
internal sealed class TongueReader
{
    private const int LongestWord = 16;
    private static readonly SearchValues<char> Marks = SearchValues.Create(
        string.Concat(LanguagePacks.All.Select(pack => pack.TellingMarks))
    );
    private readonly int _languages;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <param name="words">For each language words that texts of the others do not have, without accents and
    /// apostrophes.</param>
    public TongueReader(params string[][] words)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < words.Length; place++)
        {
            foreach (var word in words[place])
            {
                if (!places.TryAdd(word, place))
                    throw new InvalidDataException($"\"{word}\" cannot tell two languages.");
            }
        }

        _languages = words.Length;
        _words = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The languages with words in the text, all where it tells of none. <paramref name="main"/> is the one with most
    /// words, or none where they are equal.
    /// </summary>
    public Tongues Read(ReadOnlySpan<char> text, out TextLanguage? main)
    {
        Span<char> word = stackalloc char[LongestWord];
        Span<int> counts = stackalloc int[_languages];
        counts.Clear();
        var length = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? WordReader.Fold(text[at]) : ' ';
            if (letter is '\0' or '\'')
                continue;
            if (char.IsLetter(letter))
            {
                if (length < LongestWord)
                    word[length] = letter;
                length++;
                continue;
            }

            if (length is > 0 and <= LongestWord && _words.TryGetValue(word[..length], out var place))
                counts[place]++;
            if (Marks.Contains(letter))
                CountMark(letter, counts);
            length = 0;
        }

        return Found(counts, out main);
    }

    private static void CountMark(char mark, Span<int> counts)
    {
        for (var place = 0; place < counts.Length; place++)
        {
            if (LanguagePacks.All[place].TellingMarks.Contains(mark, StringComparison.Ordinal))
                counts[place]++;
        }
    }

    private static Tongues Found(ReadOnlySpan<int> counts, out TextLanguage? main)
    {
        var (found, most) = (Tongues.None, 0);
        main = null;
        for (var place = 0; place < counts.Length; place++)
        {
            var language = (TextLanguage)place;
            if (counts[place] > 0)
                found |= TongueNames.Of(language);
            if (counts[place] > most)
                (main, most) = (language, counts[place]);
            else if (counts[place] == most)
                main = null;
        }

        return found == Tongues.None ? TongueNames.All : found;
    }
}
