using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>
/// The connector's REST routes, with ids escaped. How calls end is said by <see cref="ConnectorTransport"/>.
/// </summary>
internal sealed class ConnectorClient(ConnectorTransport transport)
{
    /// <param name="activity">One activity as UTF-8 JSON, with text or one attachment: Teams splits both and names
    /// neither.</param>
    public Task<ConnectorResult> SendAsync(
        ConversationReference to,
        ReadOnlyMemory<byte> activity,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            HttpMethod.Post,
            to.ServiceUrl,
            $"{Conversation(to.ConversationId)}/activities",
            activity,
            cancellationToken
        );

    public Task<ConnectorResult> SendAsync(
        ConversationReference to,
        Activity activity,
        CancellationToken cancellationToken
    ) => SendAsync(to, Render(activity, WireJson.Default.Activity), cancellationToken);

    /// <param name="activity">As for sending; its <c>replyToId</c> is <paramref name="activityId"/>.</param>
    public Task<ConnectorResult> ReplyAsync(
        ConversationReference to,
        string activityId,
        ReadOnlyMemory<byte> activity,
        CancellationToken cancellationToken
    ) => transport.CallAsync(HttpMethod.Post, to.ServiceUrl, ActivityPath(to, activityId), activity, cancellationToken);

    public Task<ConnectorResult> ReplyAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        ReplyAsync(
            to,
            activityId,
            Render(activity with { ReplyToId = activityId }, WireJson.Default.Activity),
            cancellationToken
        );

    /// <summary>Puts a whole activity in the place of one the bot sent.</summary>
    public Task<ConnectorResult> UpdateAsync(
        ConversationReference to,
        string activityId,
        ReadOnlyMemory<byte> activity,
        CancellationToken cancellationToken
    ) => transport.CallAsync(HttpMethod.Put, to.ServiceUrl, ActivityPath(to, activityId), activity, cancellationToken);

    public Task<ConnectorResult> UpdateAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        UpdateAsync(
            to,
            activityId,
            Render(activity with { Id = activityId }, WireJson.Default.Activity),
            cancellationToken
        );

    public Task<ConnectorResult> DeleteAsync(
        ConversationReference to,
        string activityId,
        CancellationToken cancellationToken
    ) => transport.CallAsync(HttpMethod.Delete, to.ServiceUrl, ActivityPath(to, activityId), null, cancellationToken);

    /// <summary>
    /// The personal chat with one person, the same at every call; writes nothing in it. The result's id is the
    /// conversation's.
    /// </summary>
    /// <param name="memberId">Their channel account id (<c>29:…</c>) or Entra object id.</param>
    public Task<ConnectorResult> CreatePersonalAsync(
        string serviceUrl,
        string tenantId,
        string memberId,
        CancellationToken cancellationToken
    ) =>
        CreateAsync(
            serviceUrl,
            new(IsGroup: false, tenantId, Members: [new ChannelAccount { Id = memberId }]),
            cancellationToken
        );

    /// <summary>
    /// A new thread in a channel, begun with an activity. The result has the ids of the thread's conversation and of
    /// the activity.
    /// </summary>
    public Task<ConnectorResult> CreateThreadAsync(
        string serviceUrl,
        string tenantId,
        string channelId,
        ReadOnlyMemory<byte> activity,
        CancellationToken cancellationToken
    )
    {
        var channelData = new TeamsChannelData { Channel = new ChannelInfo(channelId) };
        var body = new ConversationParameters(
            IsGroup: true,
            tenantId,
            ChannelData: channelData,
            Activity: JsonElement.Parse(activity.Span)
        );
        return CreateAsync(serviceUrl, body, cancellationToken);
    }

    /// <param name="memberId">Channel account id, Entra object id, or user principal name.</param>
    public Task<ConnectorResult<ChannelAccount>> GetMemberAsync(
        string serviceUrl,
        string conversationId,
        string memberId,
        CancellationToken cancellationToken
    ) =>
        transport.GetAsync(
            serviceUrl,
            $"{Conversation(conversationId)}/members/{Uri.EscapeDataString(memberId)}",
            WireJson.Default.ChannelAccount,
            cancellationToken
        );

    /// <param name="conversationId">Of a team: its id, not a thread's.</param>
    /// <param name="pageSize">50 to 500; the connector moves others there.</param>
    /// <param name="continuationToken">Of the page before; null for the first.</param>
    public Task<ConnectorResult<PagedMembers>> GetPagedMembersAsync(
        string serviceUrl,
        string conversationId,
        int pageSize,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        var next = continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        return transport.GetAsync(
            serviceUrl,
            $"{Conversation(conversationId)}/pagedmembers?pageSize={pageSize}{next}",
            WireJson.Default.PagedMembers,
            cancellationToken
        );
    }

    public Task<ConnectorResult<TeamInfo>> GetTeamAsync(
        string serviceUrl,
        string teamId,
        CancellationToken cancellationToken
    ) =>
        transport.GetAsync(
            serviceUrl,
            $"v3/teams/{Uri.EscapeDataString(teamId)}",
            WireJson.Default.TeamInfo,
            cancellationToken
        );

    public Task<ConnectorResult<ConversationList>> GetChannelsAsync(
        string serviceUrl,
        string teamId,
        CancellationToken cancellationToken
    ) =>
        transport.GetAsync(
            serviceUrl,
            $"v3/teams/{Uri.EscapeDataString(teamId)}/conversations",
            WireJson.Default.ConversationList,
            cancellationToken
        );

    private static string Conversation(string id) => $"v3/conversations/{Uri.EscapeDataString(id)}";

    private static string ActivityPath(ConversationReference to, string activityId) =>
        $"{Conversation(to.ConversationId)}/activities/{Uri.EscapeDataString(activityId)}";

    private static byte[] Render<T>(T value, JsonTypeInfo<T> typeInfo) =>
        JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);

    private Task<ConnectorResult> CreateAsync(
        string serviceUrl,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            HttpMethod.Post,
            serviceUrl,
            "v3/conversations",
            Render(parameters, WireJson.Default.ConversationParameters),
            cancellationToken
        );
}
