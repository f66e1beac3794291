namespace Milestones.Conversations;

/// <summary>
/// Where a conversation is reached: what is needed to send into it later, without the activity that told of it.
/// </summary>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
internal sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    string ConversationType,
    string TenantId,
    string BotId,
    string? BotName,
    string? TeamId,
    string? ChannelId
);
