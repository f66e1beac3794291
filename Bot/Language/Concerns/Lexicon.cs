namespace Milestones.Language.Concerns;

/// <summary>
/// Both languages' words and phrases, read once from the files built into the program. Their words are numbered as
/// one, since students mix languages; what a word stands for and is about depends on the languages of the text.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Ends a sentence.</summary>
    public const ushort Break = 0;

    /// <summary>A word no phrase asks for.</summary>
    public const ushort Unknown = 1;

    /// <summary>A word that turns a sentence, such as "but".</summary>
    public const ushort Turn = 2;

    private const string Number = "%";
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _english;
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _spanish;
    private readonly Dictionary<(ushort, ushort), (ushort Word, Tongues Tongue)> _joins = [];
    private readonly HashSet<ushort> _joinEnds = [];
    private readonly ushort[][] _single;
    private readonly Lazy<PhraseMachine> _englishPhrases;
    private readonly Lazy<PhraseMachine> _spanishPhrases;

    private Lexicon(LexiconFile file, ConceptFile concepts)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["."] = Break,
            ["_"] = Unknown,
            ["but"] = Turn,
        };
        int Id(string word) => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count;

        foreach (var phrase in file.Phrases)
        foreach (var step in phrase.Steps)
        foreach (var word in step.Words)
            Id(word);
        var negations = file.Class("negation");
        string[] others = [.. AnotherPerson.Classes.SelectMany(file.Class)];
        foreach (var word in (string[])[.. negations, Number, .. others])
            Id(word);
        foreach (var (word, _) in concepts.Words.Keys)
            Id(word);
        foreach (var (stem, _) in concepts.Stems.Keys)
            Id(stem + "*");
        var english = new Dictionary<string, ushort[]>(StringComparer.Ordinal);
        var spanish = new Dictionary<string, ushort[]>(StringComparer.Ordinal);
        foreach (var (written, meant, tongue) in file.Rewrites)
            if (written is [var one])
                (tongue == Tongues.Spanish ? spanish : english)[one] = [.. meant.Select(word => (ushort)Id(word))];
            else
                _joins[((ushort)Id(written[0]), (ushort)Id(written[1]))] = ((ushort)Id(meant[0]), tongue);
        _joinEnds.UnionWith(_joins.Keys.Select(pair => pair.Item2));
        _single = [.. Enumerable.Range(0, ids.Count).Select(id => new[] { (ushort)id })];
        var words = ids.ToDictionary(word => word.Key, word => _single[word.Value], StringComparer.Ordinal);
        foreach (var word in file.Class("turn"))
            words[word] = [Turn];
        (_words, _english, _spanish) = (Lookup(words), Lookup(english), Lookup(spanish));
        PhraseMachine Machine(bool isSpanish) =>
            new(file.Phrases.Where(phrase => phrase.Tongue == Tongues.Spanish == isSpanish), ids, ids.Count, negations);
        (_englishPhrases, _spanishPhrases) = (
            new(() => Machine(isSpanish: false)),
            new(() => Machine(isSpanish: true))
        );
        bool IsKnown(string word) => words.ContainsKey(word) || english.ContainsKey(word) || spanish.ContainsKey(word);
        Spelling = new(file.Class("misspelt").Where(IsKnown));
        Traits = new(concepts, ids);
        Tongue = new(file.Class("english"), file.Class("spanish"));
        Another = new(file, ids);
    }

    public static Lexicon Shared { get; } = Load();

    public PhraseMachine EnglishPhrases => _englishPhrases.Value;

    public PhraseMachine SpanishPhrases => _spanishPhrases.Value;

    public Spelling Spelling { get; }

    public Traits Traits { get; }

    public TongueReader Tongue { get; }

    public AnotherPerson Another { get; }

    /// <summary>
    /// The lexicon words a written word stands for in a text of these languages, or none where it is not known. The
    /// span is folded to plain lower case.
    /// </summary>
    public ushort[]? Meaning(ReadOnlySpan<char> word, Tongues tongues) =>
        ((tongues & Tongues.English) != Tongues.None && _english.TryGetValue(word, out var meaning))
        || ((tongues & Tongues.Spanish) != Tongues.None && _spanish.TryGetValue(word, out meaning))
        || _words.TryGetValue(word, out meaning)
            ? meaning
            : null;

    /// <summary>What stands for a word that is not known as it is, by its stem.</summary>
    public ushort[]? Like(ReadOnlySpan<char> word) => Traits.Like(word) is { } id ? _single[id] : null;

    /// <summary>Whether two words in a row are one word written apart ("my self").</summary>
    public bool Joins(ushort before, ushort word, Tongues tongues, out ushort joined)
    {
        joined = 0;
        if (
            !_joinEnds.Contains(word)
            || !_joins.TryGetValue((before, word), out var join)
            || (join.Tongue & tongues) == Tongues.None
        )
            return false;
        joined = join.Word;
        return true;
    }

    private static Lexicon Load()
    {
        var (phrases, concepts) = (new LexiconFile(), new ConceptFile());
        // Classes first: the phrase files of either language may use them.
        foreach (
            var name in EmbeddedText
                .Names("Safety/Lexicons/")
                .OrderBy(name => !name.EndsWith("/words.txt", StringComparison.Ordinal))
                .ThenBy(name => name, StringComparer.Ordinal)
        )
        {
            using var reader = EmbeddedText.Open(name);
            if (name.EndsWith("/concepts.txt", StringComparison.Ordinal))
                concepts.Read(name, reader);
            else
                phrases.Read(name, reader);
        }

        return new(phrases, concepts);
    }

    private static Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> Lookup(
        Dictionary<string, ushort[]> words
    ) => words.GetAlternateLookup<ReadOnlySpan<char>>();
}
