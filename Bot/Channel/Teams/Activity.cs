using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>
/// One activity of the Bot Framework protocol, with the members this bot reads or writes; it has only come through
/// <see cref="ActivityReader"/>.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    /// <summary>When the sender says it happened (UTC). Not an order: activities overtake each other.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>IANA name, where the client sends one.</summary>
    public string? LocalTimezone { get; init; }

    public string? Locale { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>
    /// As it was sent: with mentions, and with whatever characters the sender liked. Read <see cref="SpokenText.Of"/>
    /// instead.
    /// </summary>
    public string? Text { get; init; }

    public string? Summary { get; init; }

    /// <summary>
    /// <c>expectReplies</c>: the sender takes the answers in the response, and gets none by the connector.
    /// </summary>
    public string? DeliveryMode { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What an installationUpdate did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.
    /// </summary>
    public string? Action { get; init; }

    /// <summary>Card data and inputs, or what an invoke carries. Nothing in it can be trusted.</summary>
    public JsonElement? Value { get; init; }

    [JsonConverter(typeof(TolerantList<Attachment>))]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    [JsonConverter(typeof(TolerantList<Entity>))]
    public IReadOnlyList<Entity>? Entities { get; init; }

    [JsonConverter(typeof(TolerantList<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    [JsonConverter(typeof(TolerantList<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    [JsonConverter(typeof(TolerantList<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    [JsonConverter(typeof(TolerantList<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    [JsonConverter(typeof(TolerantObject<TeamsChannelData>))]
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>The tenant of the conversation. Teams names it in one of two places.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;

    /// <summary>The person's time zone (IANA) as their client tells it; often missing on events and invokes.</summary>
    [JsonIgnore]
    public string? TimeZone =>
        Entities?.FirstOrDefault(entity => entity.Type == Entity.ClientInfo)?.Timezone ?? LocalTimezone;

    /// <summary>
    /// Files the person sent. The rich version of a message and cards are attachments too, but not files.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<Attachment> Files => Attachments?.Where(attachment => attachment.IsFile) ?? [];

    public ConversationReference GetConversationReference() =>
        new(
            ServiceUrl ?? "",
            Conversation?.Id ?? "",
            Conversation?.ConversationType ?? ConversationAccount.Personal,
            TenantId ?? "",
            Recipient?.Id ?? "",
            Recipient?.Name,
            ChannelData?.Team?.Id,
            ChannelData?.Channel?.Id
        );
}

internal static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string Typing = "typing";
}
