using System.Text.Json.Serialization;

namespace Milestones.Cards;

/// <summary>An Adaptive Card 1.5, the version Teams declares. Only the parts the product uses.</summary>
/// <remarks>Elements outside 1.5 carry a <see cref="CardElement.Fallback"/>; nothing is told by colour alone.</remarks>
internal sealed record Card(IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction>? Actions = null)
{
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    /// <summary>The people mentioned in the card; null where nobody is.</summary>
    [JsonPropertyName("msteams")]
    public TeamsMentions? Teams { get; init; }

    public string? Lang { get; init; }

    /// <summary>What a screen reader says first; plain text.</summary>
    public string? Speak { get; init; }

    public string? FallbackText { get; init; }
}
