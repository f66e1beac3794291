using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>What the rules of a class are given to work with.</summary>
internal sealed record ClassContext(Classroom Classroom, Turn Turn, Voice Voice, OtherDocuments Others)
{
    public DateTimeOffset Now => Turn.Now;

    /// <summary>Says it where it was asked: in the same thread of the channel.</summary>
    public Reply Answer(Reply what) => Turn.Conversation is { } here ? new Elsewhere(here, what, OutboxPolicy.Reply) : what;
}

/// <summary>What a feature makes of a class's turn.</summary>
internal sealed record ClassResult(Classroom Next, params IReadOnlyList<Reply> Replies)
{
    public IReadOnlyList<Addressed> Messages { get; init; } = [];

    public IReadOnlyList<ArchiveEntry> Archive { get; init; } = [];
}
