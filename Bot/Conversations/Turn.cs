using System.Globalization;

namespace Milestones.Conversations;

/// <summary>One thing that happened, with all a rule may know about the world: who, where, what, and when.</summary>
/// <param name="Id">What a document remembers to handle a redelivery once: conversation and activity id, or the alarm's
/// own.</param>
/// <param name="Key">The document it is about: a person's for the personal chat, a class's for a channel.</param>
/// <param name="Name">The display name the activity carried; Teams leaves it out of some events.</param>
/// <param name="Conversation">Where it came from and where answers go; null when the clock spoke to somebody never
/// met.</param>
/// <param name="Now">Read once before the turn, because a turn may run twice.</param>
/// <param name="Locale">The language tag of the client, such as <c>en-US</c>.</param>
/// <param name="TimeZone">IANA name from the client, if it told.</param>
/// <param name="Seed">New for each turn, the same when it runs again: all new ids come from it.</param>
internal sealed record Turn(
    string Id,
    DocumentKey Key,
    PersonId Person,
    string? Name,
    ConversationReference? Conversation,
    TurnInput Input,
    DateTimeOffset Now,
    string? Locale,
    string? TimeZone,
    Guid Seed
)
{
    /// <summary>Whether whoever sent it takes the answers in the response; nothing is sent to them then.</summary>
    public bool ExpectsReplies { get; init; }

    /// <summary>What came with the message; null for words alone. Not trusted beyond being what was sent.</summary>
    public HandedIn? Handed { get; init; }

    /// <summary>
    /// One of several things that came in one message, by its number: the same turn, with new ids of its own. The first
    /// is the turn itself.
    /// </summary>
    public Turn Thing(int number)
    {
        if (number == 0)
            return this;
        Span<byte> seed = stackalloc byte[16];
        Seed.TryWriteBytes(seed);
        seed[0] ^= (byte)number;
        return this with { Seed = new Guid(seed) };
    }

    /// <summary>
    /// A short id that is the same each time this turn runs; <paramref name="n"/> tells several apart.
    /// </summary>
    public string NewId(int n = 0) => string.Create(CultureInfo.InvariantCulture, $"{Seed.ToString("N")[..10]}{n:x2}");
}

/// <summary>A file or a table that came with a message.</summary>
/// <param name="Url">Where the file can be had.</param>
/// <param name="Table">The table, its cells parted by tabs.</param>
internal sealed record HandedIn(string? Url, string? Table);

/// <summary>A person: a tenant and an Entra object id, both from the verified activity.</summary>
internal readonly record struct PersonId(string TenantId, string ObjectId);
