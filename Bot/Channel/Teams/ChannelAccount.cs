namespace Milestones.Channel.Teams;

/// <summary>A person or a bot in a conversation.</summary>
internal sealed record ChannelAccount
{
    /// <summary>Unique for one bot and one account (<c>29:…</c> for people, <c>28:…</c> for bots).</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The Entra object id. Anonymous people in meetings have none.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>Sent by the roster: <c>user</c> or <c>anonymous</c>. Never says who owns a team.</summary>
    public string? UserRole { get; init; }

    public string? TenantId { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }
}

/// <summary>The conversation an activity belongs to.</summary>
internal sealed record ConversationAccount
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";

    public string? Id { get; init; }

    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    public string? Name { get; init; }
}
