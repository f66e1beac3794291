namespace Milestones.Language;

/// <summary>A list of tokens that keeps its room from one statement to the next.</summary>
internal sealed class TokenList
{
    private const int KeptRoom = 4096;
    private Token[] _items = new Token[128];

    public int Count { get; private set; }

    public ReadOnlySpan<Token> Span => _items.AsSpan(0, Count);

    public ref Token this[int index] => ref _items[index];

    public void Add(in Token token)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = token;
    }

    public void CutTo(int count) => Count = count;

    public void Clear()
    {
        Count = 0;
        if (_items.Length > KeptRoom)
            _items = new Token[128];
    }
}
