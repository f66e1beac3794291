namespace Milestones.Safety;

/// <summary>The traits of one passage, each once, in memory the caller lends.</summary>
internal ref struct TraitSet(Span<ulong> seen, Span<int> traits)
{
    /// <summary>How many numbers of traits there are: a hash is cut to so many.</summary>
    public const int Size = 1 << Bits;

    /// <summary>The length of the memory for what was seen.</summary>
    public const int SeenLength = Size / 64;

    /// <summary>
    /// More traits than a passage of its greatest length has, but for phrases and letters beyond all measure.
    /// </summary>
    public const int MostTraits = 4096;

    private const int Bits = 17;

    /// <summary>Marks what also tells the kind of a concern: a word, what it is about, a phrase.</summary>
    private const int WordMark = 1 << Bits;

    private readonly Span<ulong> _seen = seen;
    private readonly Span<int> _traits = traits;
    private int _count;

    public readonly int Count => _count;

    public readonly int this[int at] => _traits[at] & (Size - 1);

    public readonly bool IsWord(int at) => (_traits[at] & WordMark) != 0;

    public void Add(uint hash) => Add(hash, 0);

    public void AddWord(uint hash) => Add(hash, WordMark);

    public void Clear()
    {
        for (var at = 0; at < _count; at++)
            _seen[this[at] >> 6] = 0;
        _count = 0;
    }

    private void Add(uint hash, int mark)
    {
        var trait = (int)(hash >> (32 - Bits));
        ref var word = ref _seen[trait >> 6];
        var bit = 1UL << (trait & 63);
        if ((word & bit) != 0 || _count == _traits.Length)
            return;
        word |= bit;
        _traits[_count++] = trait | mark;
    }
}
