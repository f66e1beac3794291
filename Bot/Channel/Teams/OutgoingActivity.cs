using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Milestones.Cards;

namespace Milestones.Channel.Teams;

/// <summary>
/// Renders what the bot says as the bytes the connector takes. Text and a card are two activities: Teams splits them
/// and names neither.
/// </summary>
internal static class OutgoingActivity
{
    private const int MostSuggestions = 6;

    // The connector reads UTF-8: escaping what is not ASCII would only make messages longer.
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="suggestions">Answers to tap, each sent as if typed; Teams shows them in personal chats and at most
    /// six.</param>
    /// <param name="replyToId">The activity this answers; null for a message of the bot's own accord.</param>
    /// <param name="mentions">Made by <see cref="SpokenText.Mention"/>; their text stands in
    /// <paramref name="text"/>.</param>
    public static ReadOnlyMemory<byte> Message(
        string text,
        IReadOnlyList<string>? suggestions = null,
        string? replyToId = null,
        IReadOnlyList<Entity>? mentions = null
    ) =>
        Write(writer =>
        {
            WriteText(writer, "replyToId", replyToId);
            writer.WriteString("text", text);
            // Said each time: the specification and the SDKs disagree about the default.
            writer.WriteString("textFormat", mentions is null ? "plain" : "xml");
            if (suggestions is { Count: > 0 })
                WriteSuggestions(writer, suggestions);
            if (mentions is not null)
            {
                writer.WriteStartArray("entities");
                foreach (var mention in mentions)
                    JsonSerializer.Serialize(writer, mention, WireJson.Default.Entity);
                writer.WriteEndArray();
            }
        });

    /// <param name="summary">What a notification shows.</param>
    /// <param name="replyToId">As for a message.</param>
    /// <param name="updates">The activity whose place this card takes.</param>
    /// <param name="alert">True puts it into the activity feed.</param>
    public static ReadOnlyMemory<byte> Card(
        Card card,
        string summary,
        string? replyToId = null,
        string? updates = null,
        bool alert = false
    ) =>
        Write(writer =>
        {
            WriteText(writer, "id", updates);
            WriteText(writer, "replyToId", replyToId);
            writer.WriteString("summary", summary);
            writer.WriteStartArray("attachments");
            writer.WriteStartObject();
            writer.WriteString("contentType", Attachment.AdaptiveCard);
            writer.WritePropertyName("content");
            JsonSerializer.Serialize(writer, card, CardJson.Default.Card);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (alert)
            {
                writer.WritePropertyName("channelData");
                JsonSerializer.Serialize(
                    writer,
                    new TeamsChannelData { Notification = new NotificationInfo(true) },
                    WireJson.Default.TeamsChannelData
                );
            }
        });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(body, Writing);
        writer.WriteStartObject();
        writer.WriteString("type", ActivityTypes.Message);
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteSuggestions(Utf8JsonWriter writer, IReadOnlyList<string> suggestions)
    {
        writer.WriteStartObject("suggestedActions");
        writer.WriteStartArray("actions");
        foreach (var suggestion in suggestions.Take(MostSuggestions))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "imBack");
            writer.WriteString("title", suggestion);
            writer.WriteString("value", suggestion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
