using System.Collections.Frozen;
using System.Text;

namespace Milestones.Safety;

/// <summary>Both languages' words and phrases, read once from the files built into the program. Students mix them, so they are one lexicon.</summary>
internal sealed class Lexicon
{
    /// <summary>Ends a sentence; also given to words that turn one, such as "but".</summary>
    public const ushort Break = 0;

    /// <summary>A word no phrase asks for.</summary>
    public const ushort Unknown = 1;

    private const string Number = "%";
    private readonly FrozenDictionary<string, ushort[]> _meanings;
    private readonly FrozenDictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<(ushort, ushort), ushort> _joins;
    private readonly FrozenSet<ushort> _joinEnds;

    private Lexicon(LexiconFile file)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal) { ["."] = Break, ["_"] = Unknown };
        int Id(string word) => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count;

        foreach (var word in file.Phrases.SelectMany(phrase => phrase.Steps).SelectMany(step => step.Words))
            Id(word);
        var negations = file.Class("negation");
        foreach (var word in negations.Append(Number))
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
            meanings[word] = [Break];
        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        _joins = joins.ToFrozenDictionary();
        _joinEnds = joins.Keys.Select(pair => pair.Item2).ToFrozenSet();
        Machine = new(file.Phrases, ids, ids.Count, negations);
        Spelling = new(file.Class("misspelt").Where(meanings.ContainsKey));
    }

    public static Lexicon Shared { get; } = Load();

    public PhraseMachine Machine { get; }

    public Spelling Spelling { get; }

    /// <summary>The lexicon words a written word stands for, or none where it is not known. The span is folded to plain lower case.</summary>
    public ushort[]? Meaning(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var meaning) ? meaning : null;

    public ushort[] Meaning(string word) => _meanings[word];

    /// <summary>Whether two words in a row are one word written apart ("my self").</summary>
    public bool Joins(ushort before, ushort word, out ushort joined)
    {
        joined = 0;
        return _joinEnds.Contains(word) && _joins.TryGetValue((before, word), out joined);
    }

    private static Lexicon Load()
    {
        var assembly = typeof(Lexicon).Assembly;
        var file = new LexiconFile();
        // Classes first: the phrase files of either language may use them.
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Safety/Lexicons/", StringComparison.Ordinal))
            .OrderBy(name => !name.EndsWith("/words.txt", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            file.Read(name, reader);
        }

        return new(file);
    }
}
