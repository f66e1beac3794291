using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>What a feature is given to work with: the document as loaded, the turn, how to speak, and the person's own day.</summary>
/// <param name="Today">The calendar day where the person is.</param>
internal sealed record TurnContext(Person Person, Turn Turn, Voice Voice, DateOnly Today)
{
    /// <summary>Other documents that this turn asked to have read; see <c>HeadKind.Needs</c>.</summary>
    public OtherDocuments Others { get; init; } = OtherDocuments.None;

    public DateTimeOffset Now => Turn.Now;

    /// <summary>A card in the place of the one that was tapped, or as a message when the person typed.</summary>
    public Reply Here(Card card, string summary) => Turn.Input is Tapped ? new Replace(card, summary) : new Show(card, summary);
}

/// <summary>What a feature makes of a turn: the next document, and what to say once it is saved.</summary>
internal sealed record TurnResult(Person Person, params IReadOnlyList<Reply> Replies)
{
    /// <summary>Messages to other documents; they leave after the commit.</summary>
    public IReadOnlyList<Addressed> Messages { get; init; } = [];

    /// <summary>What leaves the document with this turn.</summary>
    public IReadOnlyList<ArchiveEntry> Archive { get; init; } = [];

    /// <summary>This first, then what <paramref name="next"/> made of it.</summary>
    public TurnResult Then(TurnResult next) => next with { Replies = [.. Replies, .. next.Replies], Messages = [.. Messages, .. next.Messages], Archive = [.. Archive, .. next.Archive] };
}
