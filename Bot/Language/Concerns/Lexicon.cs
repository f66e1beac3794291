using Milestones.Language.Packs;

namespace Milestones.Language.Concerns;

/// <summary>
/// All languages' words and phrases, read once from the files built into the program. Their words are numbered as
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
    private const string Laugh = "lol";
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>>[] _ownWords;
    private readonly Dictionary<(ushort, ushort), (ushort Word, Tongues Tongue)> _joins = [];
    private readonly HashSet<ushort> _joinEnds = [];
    private readonly ushort[][] _single;
    private readonly Lazy<PhraseMachine>[] _phrases;

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
        {
            foreach (var step in phrase.Steps)
            {
                foreach (var word in step.Words)
                    Id(word);
            }
        }

        var negations = file.Class("negation");
        string[] others = [.. AnotherPerson.Classes.SelectMany(file.Class)];
        foreach (var word in (string[])[.. negations, Number, .. others])
            Id(word);
        foreach (var (word, _) in concepts.Words.Keys)
            Id(word);
        foreach (var (stem, _) in concepts.Stems.Keys)
            Id(stem + "*");
        var own = LanguagePacks.All.Select(_ => new Dictionary<string, ushort[]>(StringComparer.Ordinal)).ToArray();
        foreach (var (written, meant, tongue) in file.Rewrites)
        {
            if (written is [var one])
                own[tongue.Place()][one] = [.. meant.Select(word => (ushort)Id(word))];
            else
                _joins[((ushort)Id(written[0]), (ushort)Id(written[1]))] = ((ushort)Id(meant[0]), tongue);
        }

        _joinEnds.UnionWith(_joins.Keys.Select(pair => pair.Item2));
        _single = [.. Enumerable.Range(0, ids.Count).Select(id => new[] { (ushort)id })];
        var words = ids.ToDictionary(word => word.Key, word => _single[word.Value], StringComparer.Ordinal);
        foreach (var word in file.Class("turn"))
            words[word] = [Turn];
        (_words, _ownWords) = (Lookup(words), [.. own.Select(Lookup)]);
        PhraseMachine Machine(int place) =>
            new(file.Phrases.Where(phrase => phrase.Tongue.Place() == place), ids, ids.Count, negations);
        _phrases = [.. own.Select((_, place) => new Lazy<PhraseMachine>(() => Machine(place)))];
        bool IsKnown(string word) => words.ContainsKey(word) || own.Any(known => known.ContainsKey(word));
        Spelling = new(file.Class("misspelt").Where(IsKnown));
        Traits = new(concepts, ids);
        Tongue = new([.. LanguagePacks.All.Select(pack => file.Class(pack.TellingWords))]);
        Another = new(file, ids);
        Laughter = Meaning(Laugh, TongueNames.Of(LanguagePacks.Default.Language)) ?? [Unknown];
    }

    public static Lexicon Shared { get; } = Load();

    /// <summary>What a face that laughs stands for.</summary>
    public ushort[] Laughter { get; }

    /// <summary>The phrases of the language at a place.</summary>
    public PhraseMachine PhrasesOf(int place) => _phrases[place].Value;

    public int Languages => _phrases.Length;

    public Spelling Spelling { get; }

    public Traits Traits { get; }

    public TongueReader Tongue { get; }

    public AnotherPerson Another { get; }

    /// <summary>
    /// The lexicon words a written word stands for in a text of these languages, or none where it is not known. The
    /// span is folded to plain lower case.
    /// </summary>
    public ushort[]? Meaning(ReadOnlySpan<char> word, Tongues tongues)
    {
        for (var place = 0; place < _ownWords.Length; place++)
        {
            if (tongues.Has(place) && _ownWords[place].TryGetValue(word, out var own))
                return own;
        }

        return _words.TryGetValue(word, out var meaning) ? meaning : null;
    }

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
        {
            return false;
        }

        joined = join.Word;
        return true;
    }

    private static Lexicon Load()
    {
        var (phrases, concepts) = (new LexiconFile(), new ConceptFile());
        // Classes first: the phrase files of every language may use them.
        foreach (
            var (files, name) in LanguagePacks
                .All.Select(pack => pack.Files)
                .Distinct()
                .SelectMany(files => EmbeddedText.Names(files, "Safety/Lexicons/").Select(name => (files, name)))
                .OrderBy(one => !one.name.EndsWith("/words.txt", StringComparison.Ordinal))
                .ThenBy(one => one.name, StringComparer.Ordinal)
        )
        {
            using var reader = EmbeddedText.Open(files, name);
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
