using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>
/// Translates card data from the wire: flat, as text, and cleaned like everything else a person writes.
/// </summary>
internal static class CardInputs
{
    /// <summary>Lists and objects are no fields, since no card of ours has any; their texts are kept apart.</summary>
    public static CardData Of(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } members)
            return CardData.Empty;

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string>? deeper = null;
        foreach (var member in members.EnumerateObject())
        {
            if (Text(member.Value) is { } text)
                values[member.Name] = text;
            else
                Collect(member.Value, deeper ??= []);
        }

        return new CardData(values, deeper);
    }

    private static void Collect(JsonElement value, List<string> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Collect(item, texts);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Collect(member.Value, texts);
                break;
            case JsonValueKind.String:
                texts.Add(CleanText.Of(value.GetString()!));
                break;
        }
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
