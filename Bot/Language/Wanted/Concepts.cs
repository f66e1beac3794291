using System.Collections.Frozen;

namespace Milestones.Language.Wanted;

/// <summary>
/// The things students speak of, each with its words in both languages, as <c>concepts.txt</c> has them.
/// </summary>
internal sealed class Concepts
{
    private const int ShortestPrefix = 2;
    private static readonly Lazy<Concepts> LazyAll = new(() => new Concepts(Resources.Lines("concepts.txt")));

    private readonly FrozenDictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly FrozenDictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly string[] _names;
    private readonly int _longestPrefix;
    private readonly int _mostWords;

    private Concepts(IEnumerable<string> lines)
    {
        var exact = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var line in lines)
        {
            var (name, words) = line.Split(':') is [var first, var rest]
                ? (first, rest)
                : throw new FormatException($"No name before a colon: {line}");
            if (!names.Contains(name))
                names.Add(name);
            var concept = (byte)names.IndexOf(name);
            foreach (
                var word in words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                Add(word.EndsWith('*') ? prefixes : exact, word.TrimEnd('*'), concept);
            }
        }
        _names = [.. names];
        _exact = exact.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = prefixes.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longestPrefix = prefixes.Keys.Max(word => word.Length);
        _mostWords = exact.Keys.Max(word => word.Count(' '.Equals) + 1);
    }

    public static Concepts All => LazyAll.Value;

    public int Count => _names.Length;

    /// <summary>Marks what a text speaks of, by the concept's number.</summary>
    public UInt128 Of(PlainText text)
    {
        UInt128 found = 0;
        for (var i = 0; i < text.Count; i++)
        {
            found |= OfWord(text.Word(i));
            for (var words = 2; words <= _mostWords && i + words <= text.Count; words++)
            {
                if (_exact.TryGetValue(text.Words(i, words), out var concepts))
                    found |= Bits(concepts);
            }
        }
        return found;
    }

    public UInt128 OfWord(ReadOnlySpan<char> word)
    {
        UInt128 found = 0;
        if (_exact.TryGetValue(word, out var concepts))
            found = Bits(concepts);
        for (var length = ShortestPrefix; length <= word.Length && length <= _longestPrefix; length++)
        {
            if (_prefixes.TryGetValue(word[..length], out concepts))
                found |= Bits(concepts);
        }

        return found;
    }

    /// <summary>Some concepts by their names.</summary>
    public UInt128 Named(params ReadOnlySpan<string> names)
    {
        UInt128 found = 0;
        foreach (var name in names)
        {
            var at = Array.IndexOf(_names, name);
            found |= at >= 0 ? UInt128.One << at : throw new ArgumentException($"{name} is no concept.", nameof(names));
        }
        return found;
    }

    private static UInt128 Bits(byte[] concepts)
    {
        UInt128 bits = 0;
        foreach (var concept in concepts)
            bits |= UInt128.One << concept;
        return bits;
    }

    private static void Add(Dictionary<string, byte[]> words, string word, byte concept) =>
        words[word] = words.TryGetValue(word, out var others) ? [.. others, concept] : [concept];
}
