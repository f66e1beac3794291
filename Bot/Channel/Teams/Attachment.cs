using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Channel.Teams;

/// <summary>A card, a file, or the rich version of a message.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public const string Html = "text/html";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>An object of a card, or the text of the rich version of a message.</summary>
    [JsonConverter(typeof(TolerantContent))]
    public JsonElement? Content { get; init; }

    /// <summary>The rich version of the message it comes with; null for any other attachment.</summary>
    [JsonIgnore]
    public string? Rich =>
        ContentType?.StartsWith(Html, StringComparison.OrdinalIgnoreCase) == true
        && Content is { ValueKind: JsonValueKind.String } html
            ? html.GetString()
            : null;

    [JsonIgnore]
    public bool IsFile =>
        ContentType is not null
        && !ContentType.StartsWith(Html, StringComparison.OrdinalIgnoreCase)
        && !ContentType.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase);
}
