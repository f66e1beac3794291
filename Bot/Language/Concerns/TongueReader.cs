namespace Milestones.Language.Concerns;

/// <summary>
/// Tells which languages a text is in by words that only one of them has, so that slang of one is not read into the
/// other ("pack my bag" is no Spanish).
/// </summary>
internal sealed class TongueReader
{
    private const int LongestWord = 16;
    private readonly Dictionary<string, Tongues>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <param name="english">Words Spanish texts do not have, without accents and apostrophes.</param>
    /// <param name="spanish">Words English texts do not have.</param>
    public TongueReader(IEnumerable<string> english, IEnumerable<string> spanish)
    {
        var words = english.ToDictionary(word => word, _ => Tongues.English, StringComparer.Ordinal);
        foreach (var word in spanish)
            words[word] = words.ContainsKey(word)
                ? throw new InvalidDataException($"\"{word}\" cannot tell both languages.")
                : Tongues.Spanish;
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The languages with words in the text, both where it tells of none. <paramref name="main"/> is the one with
    /// more words, or none where they are equal.
    /// </summary>
    public Tongues Read(ReadOnlySpan<char> text, out TextLanguage? main)
    {
        Span<char> word = stackalloc char[LongestWord];
        var (length, english, spanish) = (0, 0, 0);
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

            if (length is > 0 and <= LongestWord && _words.TryGetValue(word[..length], out var tongue))
            {
                english += tongue == Tongues.English ? 1 : 0;
                spanish += tongue == Tongues.Spanish ? 1 : 0;
            }

            if (letter is '¿' or '¡')
                spanish++;
            length = 0;
        }

        main =
            english > spanish ? TextLanguage.English
            : spanish > english ? TextLanguage.Spanish
            : null;
        var found = (english > 0 ? Tongues.English : Tongues.None) | (spanish > 0 ? Tongues.Spanish : Tongues.None);
        return found == Tongues.None ? Tongues.Both : found;
    }
}
