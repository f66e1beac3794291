namespace Milestones.Testing;

/// <summary>The cards in a chat, oldest first; one that is replaced stays in its place.</summary>
internal sealed class Screen
{
    private readonly List<CardOnScreen> _cards = [];

    public CardOnScreen Newest => _cards[^1];

    public IReadOnlyList<CardOnScreen> Cards => _cards;

    /// <summary>The newest card with such a button, and with fields whose ids begin so.</summary>
    public CardOnScreen With(string title, params IReadOnlyList<string> fields) =>
        _cards.LastOrDefault(card =>
            card.Find(title) is not null
            && fields.All(field => card.Fields.Keys.Any(id => id.StartsWith(field, StringComparison.Ordinal)))
        )
        ?? throw new InvalidOperationException(
            $"No card has a button {title}; there are: {string.Join(", ", _cards.SelectMany(card => card.Titles))}."
        );

    /// <summary>The newest stay.</summary>
    public void Scroll(int kept) => _cards.RemoveRange(0, Math.Max(0, _cards.Count - kept));

    public void Take(IEnumerable<Shown> shown, CardOnScreen? tapped)
    {
        foreach (var card in shown.Where(one => one.Card is not null))
        {
            // A card from elsewhere, as a test may tap it, has no place here to keep.
            if (card.InPlace && tapped is not null && _cards.IndexOf(tapped) is var place and >= 0)
                _cards[place] = card.Card!;
            else
                _cards.Add(card.Card!);
        }
    }
}
