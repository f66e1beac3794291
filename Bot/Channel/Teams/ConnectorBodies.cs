using System.Text.Json;

namespace Milestones.Channel.Teams;

/// <summary>A page of a roster. A null token ends it.</summary>
internal sealed record PagedMembers(IReadOnlyList<ChannelAccount>? Members = null, string? ContinuationToken = null);

internal sealed record ConversationList(IReadOnlyList<ChannelInfo>? Conversations = null);

/// <summary>What the connector answers to sending and creating.</summary>
internal sealed record ResourceResponse(string? Id = null, string? ActivityId = null, string? ServiceUrl = null);

internal sealed record ErrorResponse(ConnectorError? Error = null);

internal sealed record ConnectorError(string? Code = null, string? Message = null);

/// <summary>
/// The only two shapes of a new conversation that work (measured by the Teams SDK team, April 2026):
/// one member and no group, or a channel with the first activity of a thread.
/// </summary>
internal sealed record ConversationParameters(
    bool IsGroup,
    string TenantId,
    IReadOnlyList<ChannelAccount>? Members = null,
    TeamsChannelData? ChannelData = null,
    JsonElement? Activity = null
);
