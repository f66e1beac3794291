using System.Buffers;

namespace Milestones.Language.Concerns;

/// <summary>
/// Reads what a student wrote for words of concern, in every language. It is pure, and fast enough for every
/// message: the work grows with the length of the text and nothing else. Phrases say what is plain, and count for
/// much in the sum of all a passage is about; that sum decides, and how far it goes tells strong evidence from weak.
/// </summary>
internal static class ConcernReader
{
    private const int ShortText = 160;

    /// <summary>
    /// The main concern in the text for which there is strong evidence, or <see cref="Concern.None"/>. Any text will
    /// do: none makes it fail.
    /// </summary>
    public static Concern Read(string text) => Read(text, language: null).Alarm;

    /// <summary>What the text says of concern, be the evidence strong or weak.</summary>
    /// <param name="language">The writer's language, for a text that tells of none itself.</param>
    public static ConcernReading Read(string text, TextLanguage? language)
    {
        var tongues = Lexicon.Shared.Tongue.Read(text, out var main);
        var reading = Weigh(text, tongues, language);
        return reading with { Language = main ?? language };
    }

    /// <summary>The language with more words of its own in the text; null where its words tell of neither.</summary>
    public static TextLanguage? LanguageOf(string text)
    {
        Lexicon.Shared.Tongue.Read(text, out var main);
        return main;
    }

    private static ConcernReading Weigh(string text, Tongues tongues, TextLanguage? language)
    {
        var capacity = WordReader.Capacity(text.Length);
        var lettersCapacity = WordReader.LettersCapacity(text.Length);
        var isShort = text.Length <= ShortText;
        var rented = isShort ? null : ArrayPool<Word>.Shared.Rent(capacity);
        var rentedLetters = isShort ? null : ArrayPool<uint>.Shared.Rent(lettersCapacity);
        var words = rented ?? stackalloc Word[capacity];
        var letters = rentedLetters ?? stackalloc uint[lettersCapacity];
        var count = new WordReader(Lexicon.Shared, tongues, text, words, letters).Read();
        var judge = new Judge(ConcernModel.Shared);
        PassageReader.Read(Lexicon.Shared, words[..count], letters, tongues, ref judge);
        var another = judge.Level != ConcernLevel.None && Lexicon.Shared.Another.IsIn(words[..count]);
        if (rented is not null && rentedLetters is not null)
        {
            ArrayPool<Word>.Shared.Return(rented);
            ArrayPool<uint>.Shared.Return(rentedLetters);
        }

        return new(judge.Kind, judge.Level, language, another);
    }

    /// <summary>
    /// Keeps the strongest evidence of all passages, and of equally strong evidence the gravest concern.
    /// </summary>
    private struct Judge(ConcernModel model) : IPassageVisitor
    {
        public Concern Kind { get; private set; }

        public ConcernLevel Level { get; private set; }

        public void Visit(ReadOnlySpan<Word> words, scoped ref TraitSet traits, Concern firm)
        {
            var level = model.LevelOf(model.Score(ref traits));
            if (level == ConcernLevel.None || level < Level)
                return;
            var kind = firm != Concern.None ? firm : model.KindOf(ref traits);
            if (level > Level || kind < Kind)
                Kind = kind;
            Level = level;
        }
    }
}
