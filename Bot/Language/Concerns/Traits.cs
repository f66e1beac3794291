namespace Milestones.Language.Concerns;

/// <summary>
/// What the weighed reading sees in a passage: its words and their neighbours, what they are about, and what comes
/// within a few words of what. Equal for the reader and for the fitting of its weights.
/// </summary>
internal sealed class Traits
{
    /// <summary>How far apart two words may stand to be seen together.</summary>
    private const int Window = 6;

    private const int ShortestStem = 4;
    private static readonly byte[] None = [];

    /// <summary>For each set of languages what every word is about.</summary>
    private readonly byte[][][] _concepts;
    private readonly uint[] _stem;
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _stems;

    /// <param name="file">What words are about.</param>
    /// <param name="ids">The number of each word of the lexicon; a stem with an asterisk has one too.</param>
    public Traits(ConceptFile file, IReadOnlyDictionary<string, int> ids)
    {
        _concepts = [.. Enumerable.Range(0, (int)TongueNames.All + 1).Select(_ => new byte[ids.Count][])];
        _stem = new uint[ids.Count];
        foreach (var (word, id) in ids)
        {
            _concepts[0][id] = None;
            for (var set = 1; set < _concepts.Length; set++)
            {
                var last = 1 << int.Log2(set);
                _concepts[set][id] =
                    set == last ? ConceptsOf(file, word, (Tongues)set)
                    : _concepts[last][id].Length == 0 ? _concepts[set - last][id]
                    : [.. _concepts[set - last][id].Union(_concepts[last][id])];
            }
            _stem[id] = TraitHash.Of(WordStem.Of(word));
        }

        var stems = new Dictionary<string, ushort>(StringComparer.Ordinal);
        foreach (var (stem, _) in file.Stems.Keys)
            stems.TryAdd(stem, (ushort)ids[stem + "*"]);
        _stems = stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicon word that stands for one it does not have: a stem of it.</summary>
    public ushort? Like(ReadOnlySpan<char> word)
    {
        for (var length = word.Length; length >= ShortestStem; length--)
        {
            if (_stems.TryGetValue(word[..length], out var stem))
                return stem;
        }

        return null;
    }

    /// <summary>The number of a lexicon word's stem among traits.</summary>
    public uint StemOf(ushort word) => _stem[word];

    /// <summary>Adds every trait of a passage; the end of a sentence in it parts what is seen together.</summary>
    public void Collect(ReadOnlySpan<Word> words, Tongues tongues, ref TraitSet traits)
    {
        var concepts = _concepts[(int)tongues];
        var (start, before) = (0, TraitHash.Edge);
        for (var at = 0; at <= words.Length; at++)
        {
            if (at == words.Length || words[at].Id == Lexicon.Break)
            {
                traits.Add(TraitHash.Pair(before, TraitHash.Edge));
                (start, before) = (at + 1, TraitHash.Edge);
                continue;
            }

            var stem = words[at].Stem;
            traits.AddWord(stem);
            traits.Add(TraitHash.Pair(before, stem));
            before = stem;
            foreach (var concept in concepts[words[at].Id])
                Beside(words[start..at], concepts, concept, ref traits);
        }
    }

    private static void Beside(ReadOnlySpan<Word> before, byte[][] concepts, byte concept, ref TraitSet traits)
    {
        traits.AddWord(TraitHash.Concept(concept));
        for (var at = Math.Max(0, before.Length - Window); at < before.Length; at++)
        {
            foreach (var other in concepts[before[at].Id])
                traits.Add(TraitHash.Near(other, concept));
        }

        if (before.Length > 0)
        {
            foreach (var other in concepts[before[^1].Id])
                traits.Add(TraitHash.Next(other, concept));
        }
    }

    private static byte[] ConceptsOf(ConceptFile file, string word, Tongues tongue)
    {
        if (word.EndsWith('*'))
            return file.Stems.TryGetValue((word[..^1], tongue), out var own) ? [.. own] : None;
        if (file.Words.TryGetValue((word, tongue), out var concepts))
            return [.. concepts];
        for (var length = word.Length; length >= ShortestStem; length--)
        {
            if (file.Stems.TryGetValue((word[..length], tongue), out concepts))
                return [.. concepts];
        }

        return word.EndsWith('s') && file.Words.TryGetValue((word[..^1], tongue), out concepts) ? [.. concepts] : None;
    }
}

/// <summary>A word as it is read.</summary>
/// <param name="Id">Its number in the lexicon.</param>
/// <param name="Stem">Its stem's number among traits; a word the lexicon does not have has one too.</param>
/// <param name="LettersEnd">How many groups of letters there are until its end.</param>
internal readonly record struct Word(ushort Id, uint Stem, int LettersEnd);
