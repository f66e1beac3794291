namespace Milestones.Conversations;

/// <summary>What may be repeated when nobody knows whether it arrived (docs/architecture.md, "Outbox").</summary>
internal enum OutboxPolicy
{
    /// <summary>An answer in the personal chat: in doubt it is sent once more.</summary>
    Reply,

    /// <summary>A prompt, a channel post, a digest: claimed before sending and never repeated.</summary>
    Post,

    /// <summary>A safety alert: repeated until it is confirmed.</summary>
    Alert,

    /// <summary>To another document: repeated until it took it; the receiver knows the id.</summary>
    Message,
}

internal enum OutboxCall
{
    Send,
    Update,

    /// <summary>Takes away what was sent.</summary>
    Delete,
}

/// <summary>
/// One message that has to leave. It is part of the document until it is known to have left, or why it never will.
/// </summary>
/// <param name="To">Null for the document's own conversation.</param>
/// <param name="ActivityId">The activity it answers (send), changes (update) or takes away (delete).</param>
/// <param name="Activity">The rendered activity.</param>
/// <param name="Attempts">How often sending was begun and may have succeeded: a refusal does not count.</param>
/// <param name="LookAgainAt">Until then whoever committed it is sending it; after that anyone's alarm may.</param>
internal sealed record OutboxEntry(
    string Id,
    OutboxPolicy Policy,
    OutboxCall Call,
    ConversationReference? To,
    string? ActivityId,
    RawJson Activity,
    int Attempts,
    DateTimeOffset Born,
    DateTimeOffset LookAgainAt
)
{
    /// <summary>The document a <see cref="OutboxPolicy.Message"/> is for.</summary>
    public DocumentKey? ToDocument { get; init; }

    /// <summary>
    /// The post of a class it brings, changes or takes away, or a teacher's answer to a student, which is told what
    /// became of it; null for all else.
    /// </summary>
    public string? About { get; init; }
}
