using System.Text.Json.Serialization;

namespace Milestones.Channel.Teams;

/// <summary>What Teams adds to an activity.</summary>
internal sealed record TeamsChannelData
{
    /// <summary>
    /// Which event of a team, channel or message this is, such as <c>teamRenamed</c> or <c>editMessage</c>.
    /// </summary>
    public string? EventType { get; init; }

    [JsonConverter(typeof(TolerantObject<TeamInfo>))]
    public TeamInfo? Team { get; init; }

    [JsonConverter(typeof(TolerantObject<ChannelInfo>))]
    public ChannelInfo? Channel { get; init; }

    [JsonConverter(typeof(TolerantObject<TenantInfo>))]
    public TenantInfo? Tenant { get; init; }

    [JsonConverter(typeof(TolerantObject<TeamsSettings>))]
    public TeamsSettings? Settings { get; init; }

    [JsonConverter(typeof(TolerantObject<NotificationInfo>))]
    public NotificationInfo? Notification { get; init; }
}

/// <param name="Id">The team's thread id; Graph wants <see cref="AadGroupId"/>.</param>
internal sealed record TeamInfo(string? Id = null, string? Name = null, string? AadGroupId = null);

/// <param name="Name">Null for the General channel, whose id is the team's.</param>
internal sealed record ChannelInfo(string? Id = null, string? Name = null);

internal sealed record TenantInfo(string? Id = null);

/// <param name="SelectedChannel">The channel chosen when the bot was added to a team.</param>
internal sealed record TeamsSettings(
    [property: JsonConverter(typeof(TolerantObject<ChannelInfo>))] ChannelInfo? SelectedChannel = null
);

/// <param name="Alert">True puts the message into the receiver's activity feed; the feed shows the activity's
/// summary.</param>
internal sealed record NotificationInfo(bool? Alert = null);
