using System.Text.Json;
using Milestones.Cards;

namespace Milestones.Channel.Teams;

/// <summary>
/// A tap on an <c>Action.Execute</c>, or a client that refreshes a card. The actor is the activity's <c>from</c>,
/// whatever the data says.
/// </summary>
/// <param name="Data">The action's own data with the card's inputs merged in.</param>
/// <param name="IsAutomatic">True for a refresh.</param>
internal sealed record AdaptiveCardAction(string Verb, JsonElement? Data, bool IsAutomatic)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>Null when the value is no card action.</summary>
    public static AdaptiveCardAction? TryRead(JsonElement? value) =>
        value?.Member("action") is { } action && action.Text("verb") is { Length: > 0 } verb
            ? new AdaptiveCardAction(verb, action.Member("data"), value?.Text("trigger") == "automatic")
            : null;

    /// <summary>A card in the place of this one, for the person who tapped.</summary>
    public static InvokeResponse Card(Card card) =>
        Respond(
            StatusCodes.Status200OK,
            Attachment.AdaptiveCard,
            writer => JsonSerializer.Serialize(writer, card, CardJson.Default.Card)
        );

    /// <summary>A line of text beside the card, which stays.</summary>
    public static InvokeResponse Message(string text) =>
        Respond(StatusCodes.Status200OK, MessageType, writer => writer.WriteStringValue(text));

    /// <param name="status">400 when what was sent is at fault, 500 when we are; it stands in the body of a response
    /// that is 200.</param>
    public static InvokeResponse Error(int status, string code, string message) =>
        Respond(
            status,
            ErrorType,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("code", code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }
        );

    private static InvokeResponse Respond(int status, string type, Action<Utf8JsonWriter> value) =>
        InvokeBody.Write(writer =>
        {
            writer.WriteNumber("statusCode", status);
            writer.WriteString("type", type);
            writer.WritePropertyName("value");
            value(writer);
        });
}
