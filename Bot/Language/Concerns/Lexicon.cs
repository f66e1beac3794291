using System.Collections.Frozen;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Language.Concerns;

/// <summary>Both languages' words and phrases, read once from the files built into the program. Students mix them, so they are one lexicon.</summary>
internal sealed class Lexicon
{
    /// <summary>Ends a sentence.</summary>
    public const ushort Break = 0;

    /// <summary>A word no phrase asks for.</summary>
    public const ushort Unknown = 1;

    /// <summary>A word that turns a sentence, such as "but".</summary>
    public const ushort Turn = 2;

    private const string Number = "%";
    private readonly FrozenDictionary<string, ushort[]> _meanings;
    private readonly FrozenDictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<(ushort, ushort), ushort> _joins;
    private readonly FrozenSet<ushort> _joinEnds;
    private readonly ushort[][] _single;

    private Lexicon(LexiconFile file, ConceptFile concepts, IEnumerable<string> stems)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal) { ["."] = Break, ["_"] = Unknown, ["but"] = Turn };
        int Id(string word) => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count;

        foreach (var word in file.Phrases.SelectMany(phrase => phrase.Steps).SelectMany(step => step.Words))
            Id(word);
        var negations = file.Class("negation");
        foreach (var word in negations.Append(Number))
            Id(word);
        foreach (var word in concepts.Words.Keys.Concat(concepts.Stems.Keys.Select(stem => stem + "*")).Concat(stems))
            Id(word);
        var meanings = new Dictionary<string, ushort[]>(StringComparer.Ordinal);
        var joins = new Dictionary<(ushort, ushort), ushort>();
        foreach (var (written, meant) in file.Rewrites)
            if (written is [var one])
                meanings[one] = [.. meant.Select(word => (ushort)Id(word))];
            else
                joins[((ushort)Id(written[0]), (ushort)Id(written[1]))] = (ushort)Id(meant[0]);
        foreach (var (word, id) in ids)
            meanings.TryAdd(word, [(ushort)id]);
        foreach (var word in file.Class("turn"))
            meanings[word] = [Turn];
        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        _joins = joins.ToFrozenDictionary();
        _joinEnds = joins.Keys.Select(pair => pair.Item2).ToFrozenSet();
        Machine = new(file.Phrases, ids, ids.Count, negations);
        Spelling = new(file.Class("misspelt").Where(meanings.ContainsKey));
        Traits = new(concepts, ids);
        _single = [.. Enumerable.Range(0, ids.Count).Select(id => new[] { (ushort)id })];
    }

    public static Lexicon Shared { get; } = Load(WeightsFile.Shared.Stems);

    public PhraseMachine Machine { get; }

    public Spelling Spelling { get; }

    public Traits Traits { get; }

    /// <summary>The lexicon words a written word stands for, or none where it is not known. The span is folded to plain lower case.</summary>
    public ushort[]? Meaning(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var meaning) ? meaning : null;

    /// <summary>What stands for a word that is not known as it is, by its stem.</summary>
    public ushort[]? Like(ReadOnlySpan<char> word) => Traits.Like(word) is { } id ? _single[id] : null;

    public ushort[] Meaning(string word) => _meanings[word];

    /// <summary>Whether two words in a row are one word written apart ("my self").</summary>
    public bool Joins(ushort before, ushort word, out ushort joined)
    {
        joined = 0;
        return _joinEnds.Contains(word) && _joins.TryGetValue((before, word), out joined);
    }

    /// <summary>The lexicon with these stems of words besides its own.</summary>
    public static Lexicon Load(IEnumerable<string> stems)
    {
        var (phrases, concepts) = (new LexiconFile(), new ConceptFile());
        // Classes first: the phrase files of either language may use them.
        foreach (var name in EmbeddedText.Names("Safety/Lexicons/")
            .OrderBy(name => !name.EndsWith("/words.txt", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal))
        {
            using var reader = EmbeddedText.Open(name);
            if (name.EndsWith("/concepts.txt", StringComparison.Ordinal))
                concepts.Read(name, reader);
            else
                phrases.Read(name, reader);
        }

        return new(phrases, concepts, stems);
    }
}
