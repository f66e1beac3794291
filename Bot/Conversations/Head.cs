using System.Text.Json.Serialization;

namespace Milestones.Conversations;

/// <summary>
/// What every document with an alarm has: its unsent messages, what it handled, and where its conversation is.
/// </summary>
internal abstract record Head
{
    /// <summary>
    /// The newest shape this bot writes. Raised when an older bot could not read what a newer one writes.
    /// </summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Where unprompted messages go; null until the first activity from there.</summary>
    public ConversationReference? Chat { get; init; }

    /// <summary>Why nothing can be sent there now, as the connector put it; null when it can.</summary>
    public string? Unreachable { get; init; }

    public OutboxState Outbox { get; init; } = OutboxState.Empty;

    /// <summary>
    /// What left with the last commit: part of the document until it lies in the archive, so that what was not
    /// committed is never archived and what was is never lost.
    /// </summary>
    public IReadOnlyList<ToArchive> ToArchive { get; init; } = [];

    /// <summary>When whoever looks writes what may have been left unwritten; null when nothing was.</summary>
    public DateTimeOffset? ArchiveAt { get; init; }

    /// <summary>The last things handled, so that each changes something once.</summary>
    public HandledTurns Handled { get; init; } = HandledTurns.None;

    /// <summary>Until when it is kept where nobody touches it again; null where that was not decided yet.</summary>
    public DateTimeOffset? RetainUntil { get; init; }

    /// <summary>When all of it is to be deleted; null for never.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? LeavesAt => RetainUntil;

    /// <summary>The earliest moment this document wants to be looked at again.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? WakeAt => Earliest(Outbox.WakeAt, ArchiveAt, LeavesAt);

    protected static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        DateTimeOffset? earliest = null;
        foreach (var moment in moments)
        {
            earliest = moment < earliest || earliest is null ? moment ?? earliest : earliest;
        }

        return earliest;
    }

    /// <summary>Takes note of what became of messages that were sent.</summary>
    public virtual Head Told(IReadOnlyCollection<Delivery> deliveries) =>
        this with
        {
            Outbox = Outbox.Settle(deliveries),
            Unreachable = deliveries.LastOrDefault(delivery => delivery.Gone is not null)?.Gone ?? Unreachable,
        };

    /// <summary>Takes note of messages that were given up: nobody knows whether they arrived.</summary>
    public virtual Head GaveUp(IReadOnlyCollection<OutboxEntry> unknown) => this;
}
