using System.Text.Json;
using Milestones.Cards;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>A search in the message extension.</summary>
/// <param name="Text">What is searched for, cleaned; empty on the first run.</param>
internal sealed record MessagingExtensionQuery(string CommandId, string Text, int Skip, int Count)
{
    /// <summary>What Teams asks for when it does not say.</summary>
    private const int DefaultCount = 25;

    /// <summary>Null when the value is no query.</summary>
    public static MessagingExtensionQuery? TryRead(JsonElement? value)
    {
        if (value?.Text("commandId") is not { Length: > 0 } commandId)
            return null;
        var options = value?.Member("queryOptions");
        return new MessagingExtensionQuery(
            commandId,
            CleanText.Of(Parameter(value)).Trim(),
            Number(options, "skip", 0),
            Math.Clamp(Number(options, "count", DefaultCount), 1, DefaultCount)
        );
    }

    // Teams sends initialRun=true as a parameter when the extension opens.
    private static string Parameter(JsonElement? value) =>
        value?.Member("parameters") is { ValueKind: JsonValueKind.Array } parameters
            ? parameters
                .EnumerateArray()
                .Where(parameter => parameter.Text("name") is not "initialRun")
                .Select(parameter => parameter.Text("value"))
                .FirstOrDefault()
                ?? ""
            : "";

    private static int Number(JsonElement? options, string name, int otherwise) =>
        options?.Member(name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var value)
        && value >= 0
            ? value
            : otherwise;
}

/// <summary>An action of the message extension, opened (<c>fetchTask</c>) or sent (<c>submitAction</c>).</summary>
/// <param name="Context"><c>compose</c>, <c>message</c> or <c>commandbox</c>.</param>
/// <param name="Message">The message it was called on, as Teams describes it; nobody vouches for it.</param>
internal sealed record MessagingExtensionAction(
    string CommandId,
    string? Context,
    JsonElement? Data,
    JsonElement? Message
)
{
    /// <summary>Entra object id of who wrote the message; null where there is none, or no person wrote it.</summary>
    public string? Author =>
        Message?.Member("from")?.Member("user")?.Text("id") is { Length: > 0 and < 100 } author
            ? CleanText.Of(author)
            : null;

    /// <summary>Null when the value is no action.</summary>
    public static MessagingExtensionAction? TryRead(JsonElement? value) =>
        value?.Text("commandId") is { Length: > 0 } commandId
            ? new MessagingExtensionAction(
                commandId,
                value?.Text("commandContext"),
                value?.Member("data"),
                value?.Member("messagePayload")
            )
            : null;
}

/// <summary>Answers to the message extension. A dialog is answered by <see cref="TaskModule"/>.</summary>
internal static class MessagingExtension
{
    public static InvokeResponse Results(params IReadOnlyList<FoundCard> results) =>
        Respond(
            "result",
            writer =>
            {
                writer.WriteString("attachmentLayout", "list");
                writer.WriteStartArray("attachments");
                foreach (var result in results)
                    Write(writer, result);
                writer.WriteEndArray();
            }
        );

    /// <summary>A line of text where results would be.</summary>
    public static InvokeResponse Message(string text) => Respond("message", writer => writer.WriteString("text", text));

    private static InvokeResponse Respond(string type, Action<Utf8JsonWriter> members) =>
        InvokeBody.Write(writer =>
        {
            writer.WriteStartObject("composeExtension");
            writer.WriteString("type", type);
            members(writer);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, FoundCard result)
    {
        writer.WriteStartObject();
        writer.WriteString("contentType", Attachment.AdaptiveCard);
        writer.WritePropertyName("content");
        JsonSerializer.Serialize(writer, result.Card, CardJson.Default.Card);
        writer.WriteStartObject("preview");
        writer.WriteString("contentType", "application/vnd.microsoft.card.thumbnail");
        writer.WriteStartObject("content");
        writer.WriteString("title", result.Title);
        writer.WriteString("text", result.Text);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
