using System.Collections.Frozen;

namespace Milestones.Language.Concerns;

/// <summary>
/// What the scored reading sees in a sentence, each as one number: the words themselves, what they are about, and what comes within a few
/// words of what. Equal for the reader and for the fitting of its weights.
/// </summary>
internal sealed class Traits
{
    /// <summary>How far apart two words may stand to be seen together.</summary>
    private const int Window = 6;

    private const int ShortestStem = 4;
    private const string Near = "..";
    private const string Next = "+";

    private static readonly byte[] None = [];

    private readonly byte[][] _concepts;
    private readonly int[] _stem;
    private readonly FrozenDictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly FrozenDictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly string[] _names;
    private readonly string[] _stemNames;

    /// <param name="file">What words are about.</param>
    /// <param name="ids">The number of each word of the lexicon; a stem with an asterisk has one too.</param>
    public Traits(ConceptFile file, IReadOnlyDictionary<string, int> ids)
    {
        _names = [.. file.Names];
        _concepts = new byte[ids.Count][];
        _stem = new int[ids.Count];
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, id) in ids)
        {
            _concepts[id] = [.. ConceptsOf(file, word).Order()];
            var stem = WordStem.Of(word).ToString();
            _stem[id] = id is Lexicon.Break or Lexicon.Unknown || word.EndsWith('*') ? -1
                : stems.TryGetValue(stem, out var known) ? known : stems[stem] = stems.Count;
        }

        _stemNames = [.. stems.OrderBy(stem => stem.Value).Select(stem => stem.Key)];
        _stems = file.Stems.Keys.ToFrozenDictionary(stem => stem, stem => (ushort)ids[stem + "*"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _words = ids.Where(word => !word.Key.EndsWith('*')).ToFrozenDictionary(word => word.Key, word => (ushort)word.Value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>One more than the highest number of a trait.</summary>
    public int Count => PairBase + (2 * _names.Length * _names.Length);

    private int ConceptBase => _stemNames.Length;

    private int PairBase => ConceptBase + _names.Length;

    private int NextBase => PairBase + (_names.Length * _names.Length);

    /// <summary>The lexicon word that stands for one it does not have: a stem of it, or the same word with another ending.</summary>
    public ushort? Like(ReadOnlySpan<char> word)
    {
        for (var length = word.Length; length >= ShortestStem; length--)
            if (_stems.TryGetValue(word[..length], out var stem))
                return stem;
        return _words.TryGetValue(WordStem.Of(word), out var other) ? other : null;
    }

    /// <summary>Calls for every trait of a sentence in order; the same one may come more than once.</summary>
    public void Visit<TVisitor>(ReadOnlySpan<ushort> words, scoped ref TVisitor visitor)
        where TVisitor : ITraitVisitor, allows ref struct
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (_stem[words[at]] is var stem and >= 0)
                visitor.Visit(stem);
            foreach (var concept in _concepts[words[at]])
            {
                visitor.Visit(ConceptBase + concept);
                for (var before = Math.Max(0, at - Window); before < at; before++)
                    foreach (var other in _concepts[words[before]])
                        visitor.Visit(PairBase + (other * _names.Length) + concept);
                if (at > 0)
                    foreach (var other in _concepts[words[at - 1]])
                        visitor.Visit(NextBase + (other * _names.Length) + concept);
            }
        }
    }

    /// <summary>A trait as the file of weights writes it.</summary>
    public string NameOf(int trait) =>
        trait < ConceptBase ? _stemNames[trait]
        : trait < PairBase ? $"<{_names[trait - ConceptBase]}>"
        : trait < NextBase ? PairName(trait - PairBase, Near)
        : PairName(trait - NextBase, Next);

    /// <summary>The trait of that name; none where the lexicon no longer has it.</summary>
    public int? Find(string name)
    {
        if (!name.StartsWith('<'))
            return Array.IndexOf(_stemNames, name) is var stem and >= 0 ? stem : null;
        var parts = name.Split('<', '>');
        var first = Array.IndexOf(_names, parts[1]);
        var second = parts.Length > 3 ? Array.IndexOf(_names, parts[3]) : 0;
        if (first < 0 || second < 0)
            return null;
        return parts.Length < 4 ? ConceptBase + first : (parts[2] == Near ? PairBase : NextBase) + (first * _names.Length) + second;
    }

    private string PairName(int pair, string link) => $"<{_names[pair / _names.Length]}>{link}<{_names[pair % _names.Length]}>";

    private static IEnumerable<byte> ConceptsOf(ConceptFile file, string word)
    {
        if (word.EndsWith('*'))
            return file.Stems.TryGetValue(word[..^1], out var own) ? own : None;
        if (file.Words.TryGetValue(word, out var concepts))
            return concepts;
        for (var length = word.Length; length >= ShortestStem; length--)
            if (file.Stems.TryGetValue(word[..length], out concepts))
                return concepts;
        return word.EndsWith('s') && file.Words.TryGetValue(word[..^1], out concepts) ? concepts : None;
    }
}

internal interface ITraitVisitor
{
    void Visit(int trait);
}
