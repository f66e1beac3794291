using Milestones.Cards;

namespace Milestones.Conversations;

/// <summary>Something the bot will say once the turn is saved.</summary>
internal abstract record Reply;

/// <summary>A message in plain text: what a student typed and we repeat is shown as it is, never as markup.</summary>
/// <param name="Suggestions">Answers to tap, each sent back as if typed; at most six are shown.</param>
internal sealed record Say(string Text, params IReadOnlyList<string> Suggestions) : Reply;

/// <summary>A card as a message of its own.</summary>
/// <param name="Summary">What a notification and a client without cards show.</param>
internal sealed record Show(Card Card, string Summary) : Reply;

/// <summary>A card in the place of the one that was tapped.</summary>
internal sealed record Replace(Card Card, string Summary) : Reply;

/// <summary>
/// A reply that goes to another conversation than the one the turn came from: a digest to a teacher, a post to a
/// channel.
/// </summary>
internal sealed record Elsewhere(ConversationReference To, Reply What, OutboxPolicy Policy) : Reply
{
    /// <summary>The post of a class it is, or the teacher's answer to a student; null for all else.</summary>
    public string? About { get; init; }

    /// <summary>The activity whose place a card takes there; null for a message of its own.</summary>
    public string? Updates { get; init; }
}

/// <summary>Something that was sent is taken away.</summary>
/// <param name="About">The post of a class it is.</param>
internal sealed record Erase(ConversationReference To, string ActivityId, string About) : Reply;

/// <summary>What a search found, for the person to put into a conversation themselves.</summary>
internal sealed record Found(params IReadOnlyList<FoundCard> Cards) : Reply;

/// <summary>
/// One thing found: the card that is put into the conversation, and the two lines that stand for it in the list.
/// </summary>
internal sealed record FoundCard(Card Card, string Title, string Text);

/// <summary>A short word on what was tapped, which leaves the card as it is.</summary>
internal sealed record Notice(string Text) : Reply;
