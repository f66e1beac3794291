using System.Text.Json.Serialization;

namespace Milestones.Channel.Teams;

/// <summary>
/// What an activity says about itself beside its text; this bot reads mentions and client information.
/// </summary>
internal sealed record Entity
{
    public const string Mention = "mention";
    public const string ClientInfo = "clientInfo";

    public string? Type { get; init; }

    /// <summary>Of a mention: the exact words of the text that are the mention.</summary>
    public string? Text { get; init; }

    /// <summary>Of a mention: who is meant.</summary>
    [JsonConverter(typeof(TolerantObject<ChannelAccount>))]
    public ChannelAccount? Mentioned { get; init; }

    public string? Locale { get; init; }

    public string? Country { get; init; }

    public string? Platform { get; init; }

    public string? Timezone { get; init; }
}

internal sealed record MessageReaction
{
    public string? Type { get; init; }
}
