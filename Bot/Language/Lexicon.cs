using System.Collections.Frozen;
using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>The words, set phrases and rules of one language, as read from its files once.</summary>
internal sealed class Lexicon
{
    private const int ShortestInflected = 6;
    private static readonly Lazy<Lexicon>[] All =
    [
        .. LanguagePacks.All.Select(pack => new Lazy<Lexicon>(() => LexiconBuilder.Build(pack, _ => false))),
    ];

    private readonly FrozenDictionary<string, Word> _words;
    private readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly FrozenDictionary<string, Word[]>.AlternateLookup<ReadOnlySpan<char>> _aliases;
    private readonly FrozenDictionary<Word, Phrase[]> _phrases;
    private readonly Spelling _spelling;
    private readonly string _ingEnding;
    private readonly string _adverbEnding;
    private readonly Word _unknownAdverb = new("") { Classes = Word.Bit(WordClass.Neutral) };

    public Lexicon(
        IReadOnlyDictionary<string, Word> words,
        IReadOnlyDictionary<string, Word[]> aliases,
        IReadOnlyDictionary<Word, Phrase[]> phrases,
        Word[] special,
        string ingEnding,
        string adverbEnding
    )
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _aliases = aliases.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = phrases.ToFrozenDictionary();
        _spelling = new Spelling(words.Values);
        (Unknown, UnknownIng, Number, Mark, Dash, SlashWord) = (
            special[0],
            special[1],
            special[2],
            special[3],
            special[4],
            special[5]
        );
        (_ingEnding, _adverbEnding) = (ingEnding, adverbEnding);
    }

    public Word Unknown { get; }

    public Word UnknownIng { get; }

    public Word Number { get; }

    public Word Mark { get; }

    public Word Dash { get; }

    public Word SlashWord { get; }

    /// <summary>
    /// The stand-in for a word nobody listed: a gerund, an adverb (which names nothing) or any other, by its ending.
    /// </summary>
    public Word UnknownLike(ReadOnlySpan<char> folded)
    {
        if (folded.Length < ShortestInflected)
            return Unknown;
        return folded.EndsWith(_ingEnding) ? UnknownIng
            : folded.EndsWith(_adverbEnding) ? _unknownAdverb
            : Unknown;
    }

    public IEnumerable<string> Words => _words.Keys;

    public static Lexicon Of(TextLanguage language) => All[(int)language].Value;

    /// <summary>A language's lexicon with some of its entries left out.</summary>
    public static Lexicon Without(TextLanguage language, Func<string, bool> leaveOut) =>
        LexiconBuilder.Build(LanguagePacks.Of(language), leaveOut);

    public bool TryFind(ReadOnlySpan<char> folded, out Word word) => _lookup.TryGetValue(folded, out word!);

    public bool TryExpand(ReadOnlySpan<char> folded, out Word[] words) => _aliases.TryGetValue(folded, out words!);

    public Word? Correct(ReadOnlySpan<char> folded) => _spelling.Nearest(folded);

    /// <summary>The set phrases that begin with a word, longest first.</summary>
    public ReadOnlySpan<Phrase> PhrasesFrom(Word word) => _phrases.TryGetValue(word, out var found) ? found : [];
}

/// <summary>A set phrase, found by its first word.</summary>
/// <param name="Rest">The words after the first.</param>
internal sealed record Phrase(Word[] Rest, Word Whole);
