using System.Text.Json.Serialization;

namespace Milestones.Conversations;

/// <summary>
/// The unsent part of a document. Pure: the dispatcher sends, and tells with <see cref="Delivery"/> what became of it.
/// </summary>
internal sealed record OutboxState(IReadOnlyList<OutboxEntry> Entries)
{
    /// <summary>
    /// How long the process that committed an entry has it to itself. Longer than a send with its retries takes, and
    /// the pause after it before the note of it.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(150);

    /// <summary>
    /// The lease of what may be repeated: a call for help does not wait longer because a process died with it.
    /// </summary>
    public static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(30);

    /// <summary>Replies are sent twice at the most: once, and once more when in doubt.</summary>
    public const int ReplyAttempts = 2;

    /// <summary>
    /// An answer that could not be delivered for so long is no answer any more. Alerts never grow old.
    /// </summary>
    public static TimeSpan? GiveUpAfter(OutboxPolicy policy) =>
        policy switch
        {
            OutboxPolicy.Reply => TimeSpan.FromHours(1),
            OutboxPolicy.Post => TimeSpan.FromHours(24),
            _ => null,
        };

    /// <summary>
    /// Repeated until it is confirmed. Its deliveries are noted at the next look, so that no other process repeats it.
    /// </summary>
    public static bool IsRepeated(OutboxPolicy policy) => policy is OutboxPolicy.Alert or OutboxPolicy.Message;

    public static TimeSpan LeaseOf(OutboxPolicy policy, TimeSpan lease) =>
        IsRepeated(policy) && lease > ShortLease ? ShortLease : lease;

    public static OutboxState Empty { get; } = new([]);

    /// <summary>The earliest moment an entry wants to be looked at again.</summary>
    [JsonIgnore]
    public DateTimeOffset? WakeAt => Entries.Count == 0 ? null : Entries.Min(entry => entry.LookAgainAt);

    public OutboxState With(IEnumerable<OutboxEntry> added) => new([.. Entries, .. added]);

    /// <summary>Takes out what is settled and puts off what waits.</summary>
    public OutboxState Settle(IReadOnlyCollection<Delivery> deliveries)
    {
        if (deliveries.Count == 0 || Entries.Count == 0)
        {
            return this;
        }

        var byId = deliveries
            .GroupBy(delivery => delivery.EntryId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return new([
            .. Entries
                .Select(entry =>
                    !byId.TryGetValue(entry.Id, out var delivery) ? entry
                    : delivery.Settled ? null
                    : entry with { Attempts = delivery.Attempts, LookAgainAt = delivery.LookAgainAt }
                )
                .OfType<OutboxEntry>(),
        ]);
    }

    /// <summary>
    /// What an alarm finds left over: entries whose lease has run out are taken again where their policy allows,
    /// and given up where it does not.
    /// </summary>
    /// <param name="lease">How long whoever takes them has them; <see cref="Lease"/> but in tests of crashes.</param>
    /// <param name="underWay">Entries this process is still sending, perhaps behind slow ones: nobody else took them,
    /// so their lease goes on.</param>
    public (OutboxState State, IReadOnlyList<OutboxEntry> ToSend, IReadOnlyList<OutboxEntry> Unknown) TakeOver(
        DateTimeOffset now,
        TimeSpan lease,
        IReadOnlySet<string> underWay
    )
    {
        var kept = new List<OutboxEntry>();
        var toSend = new List<OutboxEntry>();
        var unknown = new List<OutboxEntry>();
        foreach (var entry in Entries)
        {
            if (entry.LookAgainAt > now)
            {
                kept.Add(entry);
            }
            else if (underWay.Contains(entry.Id))
            {
                kept.Add(entry with { LookAgainAt = now + LeaseOf(entry.Policy, lease) });
            }
            else if (now - entry.Born > GiveUpAfter(entry.Policy))
            {
                unknown.Add(entry);
            }
            else if (
                IsRepeated(entry.Policy)
                || (entry.Policy == OutboxPolicy.Reply && entry.Attempts < ReplyAttempts)
                || entry.Attempts == 0
            )
            {
                var taken = entry with
                {
                    Attempts = entry.Attempts + 1,
                    LookAgainAt = now + LeaseOf(entry.Policy, lease),
                };
                kept.Add(taken);
                toSend.Add(taken);
            }
            else
            {
                unknown.Add(entry);
            }
        }

        return (new OutboxState(kept), toSend, unknown);
    }
}

/// <summary>What became of an entry.</summary>
/// <param name="Settled">True when it is done with, whichever way; else it waits until
/// <paramref name="LookAgainAt"/>.</param>
/// <param name="Gone">Why the receiver cannot be reached any more, in the connector's word.</param>
/// <param name="InDoubt">True when nobody knows whether it arrived and it will not be repeated.</param>
/// <param name="ActivityId">The id the message got, where it arrived.</param>
internal sealed record Delivery(
    string EntryId,
    bool Settled,
    int Attempts = 0,
    DateTimeOffset LookAgainAt = default,
    string? Gone = null,
    bool InDoubt = false,
    string? ActivityId = null
)
{
    /// <summary>Why the connector will never take it, in its word: the message itself is at fault.</summary>
    public string? Refused { get; init; }
}
