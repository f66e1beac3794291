using static Milestones.Language.Wanted.TraitHash;

namespace Milestones.Language.Wanted;

/// <summary>
/// What a text shows of itself, each trait as a number: its words in ones, twos and threes, pieces of words, what
/// it speaks of, and all that
/// matters there joined with the place it was typed at. Used alike where weights are fitted and where they are read.
/// </summary>
internal sealed class Traits
{
    private const uint PieceBit = 1;

    /// <summary>
    /// A piece of a word says less than a word: it counts as half, so as a quarter of the squared length.
    /// </summary>
    public const float PieceValue = 0.5f;

    private uint[] _items = new uint[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public static float ValueOf(uint trait) => (trait & PieceBit) == 0 ? 1 : PieceValue;

    public static float LengthOf(uint trait) => (trait & PieceBit) == 0 ? 1 : PieceValue * PieceValue;

    /// <summary>A trait that is no piece of a word, as it is kept.</summary>
    public static uint Whole(uint trait) => Scattered(trait) & ~PieceBit;

    /// <summary>A trait that is a piece of a word, as it is kept.</summary>
    public static uint Piece(uint trait) => Scattered(trait) | PieceBit;

    public void Read(PlainText text, Place place)
    {
        Count = 0;
        var mode =
            place.IsAsked() ? 'a'
            : place == Place.DraftShown ? 'd'
            : 'r';
        var here = (char)('A' + (int)(place == Place.AskedBaseline ? Place.AskedMeasure : place));
        Add('p', here);
        Add('m', mode);
        Add('l', (char)('0' + Math.Min(text.Count, 8) / 2), mode);
        if (text.Asks)
        {
            Add('?', mode);
            Add('?');
        }
        if (text.Shouts)
            Add('!', mode);
        if (text.HasNumber)
            Add('#', here);
        AddWords(text, mode);
        AddPieces(text.Letters);
        AddConcepts(text, mode, here);
    }

    /// <summary>The trait of a word alone, wherever it stands.</summary>
    public static uint OfWord(ReadOnlySpan<char> word) => Whole(Of('w', word));

    private void AddWords(PlainText text, char mode)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var word = Of('w', text.Word(i));
            Add(word);
            Add(Mix(word, mode));
            if (i + 1 < text.Count)
            {
                var two = Of('w', text.Words(i, 2));
                Add(two);
                Add(Mix(two, mode));
            }
            if (i + 2 < text.Count)
                Add(Of('w', text.Words(i, 3)));
        }
        if (text.Count == 0)
            return;
        Add(Of('^', text.Word(0)));
        Add(Mix(Of('^', text.Word(0)), mode));
        Add(Of('$', text.Word(text.Count - 1)));
        if (text.Count > 1)
            Add(Of('^', text.Words(0, 2)));
        if (text.Count <= 4)
            Add(Mix(Of('=', text.Words(0, text.Count)), mode));
    }

    private void AddPieces(ReadOnlySpan<char> letters)
    {
        Span<char> squeezed = stackalloc char[PlainText.Longest + 2];
        var length = 0;
        foreach (var c in letters)
        {
            if (length == 0 || squeezed[length - 1] != c)
                squeezed[length++] = c;
        }

        for (var i = 0; i < length; i++)
        {
            var hash = Of('c');
            for (var k = 0; k < 5 && i + k < length; k++)
            {
                hash = Mix(hash, squeezed[i + k]);
                if (k >= 2)
                    AddPiece(hash);
            }
        }
    }

    private void AddConcepts(PlainText text, char mode, char here)
    {
        var found = Concepts.All.Of(text);
        Span<byte> named = stackalloc byte[128];
        var count = 0;
        for (var rest = found; rest != 0; rest &= rest - 1)
            named[count++] = (byte)UInt128.TrailingZeroCount(rest);
        for (var i = 0; i < count; i++)
        {
            var one = Mix(Of('k'), (char)named[i]);
            Add(one);
            Add(Mix(one, mode));
            Add(Mix(one, here));
            for (var k = i + 1; k < count; k++)
            {
                var pair = Mix(one, (char)(named[k] + 256));
                Add(pair);
            }
        }
        if (text.Count > 0)
        {
            for (var rest = Concepts.All.OfWord(text.Word(0)); rest != 0; rest &= rest - 1)
                Add(Mix(Mix(Of('K'), (char)(int)UInt128.TrailingZeroCount(rest)), mode));
        }
    }

    private void Add(char kind) => Add(Of(kind));

    private void Add(char kind, char more) => Add(Mix(Of(kind), more));

    private void Add(char kind, char more, char most) => Add(Mix(Mix(Of(kind), more), most));

    private void Add(uint trait) => Keep(Whole(trait));

    private void AddPiece(uint trait) => Keep(Piece(trait));

    private void Keep(uint trait)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = trait;
    }
}
