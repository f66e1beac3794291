using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>
/// Translates card data from the wire: flat, as text, and cleaned like everything else a person writes.
/// </summary>
internal static class CardInputs
{
    /// <summary>Lists and objects are left out: no card of ours has any. Never null.</summary>
    public static CardData Of(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } members)
            return CardData.Empty;

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            if (Text(member.Value) is { } text)
                values[member.Name] = text;
        }

        return new CardData(values);
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => CleanText.Of(value.GetString()!),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
}
