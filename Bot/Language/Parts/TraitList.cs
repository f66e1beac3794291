using Milestones.Language.Wanted;

namespace Milestones.Language.Parts;

/// <summary>Traits as they are gathered.</summary>
internal sealed class TraitList
{
    private uint[] _items = new uint[512];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>A trait of a kind, made of up to three numbers.</summary>
    public void Add(char kind, uint one = 0, uint two = 0, uint three = 0) =>
        Keep(Traits.Whole(Of(kind, one, two, three)));

    /// <summary>The same alone and joined with the place.</summary>
    public void AddHere(PartPlace place, char kind, uint one = 0, uint two = 0)
    {
        Add(kind, one, two);
        Add(kind, one, two, 0x100u + (uint)place);
    }

    /// <summary>A piece of a word, which says less than a word.</summary>
    public void AddPiece(ReadOnlySpan<char> piece) => Keep(Traits.Piece(TraitHash.Of('p', piece)));

    private static uint Of(char kind, uint one, uint two, uint three)
    {
        var hash = TraitHash.Of(kind);
        foreach (var number in (ReadOnlySpan<uint>)[one, two, three])
            hash = TraitHash.Mix(TraitHash.Mix(hash, (char)number), (char)(number >> 16));
        return hash;
    }

    private void Keep(uint trait)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = trait;
    }
}
