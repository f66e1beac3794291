using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Channel.Teams;

/// <summary>A card, a file, or the rich version of a message.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>Objects only: the HTML of a message, which nobody reads, is not kept.</summary>
    [JsonConverter(typeof(TolerantElement))]
    public JsonElement? Content { get; init; }

    [JsonIgnore]
    public bool IsFile =>
        ContentType is not null
        && !ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        && !ContentType.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase);
}
