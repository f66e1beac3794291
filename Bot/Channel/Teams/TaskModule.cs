using System.Text.Json;
using Milestones.Cards;

namespace Milestones.Channel.Teams;

/// <summary>A dialog that is opened (<c>task/fetch</c>) or sent (<c>task/submit</c>).</summary>
/// <param name="Data">The button's data; on sending, with the inputs merged in.</param>
internal sealed record TaskModule(JsonElement? Data)
{
    public static TaskModule Read(JsonElement? value) => new(value?.Member("data"));

    /// <summary>Shows a card in the dialog.</summary>
    /// <param name="size"><c>small</c>, <c>medium</c> or <c>large</c>, for height and width.</param>
    public static InvokeResponse Continue(string title, Card card, string size = "medium") =>
        InvokeBody.Write(writer =>
        {
            writer.WriteStartObject("task");
            writer.WriteString("type", "continue");
            writer.WriteStartObject("value");
            writer.WriteString("title", title);
            writer.WriteString("height", size);
            writer.WriteString("width", size);
            writer.WriteStartObject("card");
            writer.WriteString("contentType", Attachment.AdaptiveCard);
            writer.WritePropertyName("content");
            JsonSerializer.Serialize(writer, DialogCard.Of(card), CardJson.Default.Card);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>Shows a line of text in the dialog.</summary>
    public static InvokeResponse Message(string text) =>
        InvokeBody.Write(writer =>
        {
            writer.WriteStartObject("task");
            writer.WriteString("type", "message");
            writer.WriteString("value", text);
            writer.WriteEndObject();
        });

    public static InvokeResponse Close => InvokeResponse.Empty;
}
