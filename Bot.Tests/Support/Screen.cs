namespace Milestones.Tests.Support;

/// <summary>The cards in a chat, oldest first; one that is replaced stays in its place.</summary>
internal sealed class Screen
{
    private readonly List<CardOnScreen> _cards = [];

    public CardOnScreen Newest => _cards[^1];

    public IReadOnlyList<CardOnScreen> Cards => _cards;

    /// <summary>The newest card with such a button.</summary>
    public CardOnScreen With(string title) =>
        _cards.LastOrDefault(card => card.Find(title) is not null)
        ?? throw new InvalidOperationException($"No card has a button {title}; there are: {string.Join(", ", _cards.SelectMany(card => card.Titles))}.");

    public void Take(IEnumerable<Shown> shown, CardOnScreen? tapped)
    {
        foreach (var card in shown.Where(one => one.Card is not null))
        {
            if (card.InPlace && tapped is not null)
                _cards[_cards.IndexOf(tapped)] = card.Card!;
            else
                _cards.Add(card.Card!);
        }
    }
}
