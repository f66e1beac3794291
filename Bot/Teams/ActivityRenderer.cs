using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Outbox;

namespace Milestones.Teams;

/// <summary>What a turn's replies become: messages for the outbox, and the body of the response where the turn was an invoke.</summary>
/// <param name="Answer">The body to remember, so that a repetition of the same tap gets it again.</param>
internal sealed record RenderedReplies(IReadOnlyList<OutboxEntry> Entries, InvokeResponse? Response, GivenAnswer? Answer);

/// <summary>Translates replies into activities. A text and a card are two activities: Teams would split them and name neither.</summary>
internal static class ActivityRenderer
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const int MostSuggestions = 6;

    // The connector reads UTF-8: escaping what is not ASCII would only make messages longer.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static RenderedReplies Render(IReadOnlyList<Reply> replies, Turn turn)
    {
        var entries = new List<OutboxEntry>(replies.Count);
        ReadOnlyMemory<byte>? body = null;
        var tapped = turn.Input as Tapped;
        var lastSay = replies.OfType<Say>().LastOrDefault();
        foreach (var reply in replies)
        {
            switch (reply)
            {
                case Say say:
                    entries.Add(Entry(OutboxCall.Send, Message(ReferenceEquals(say, lastSay) ? say : say with { Suggestions = [] }, turn), turn, entries.Count));
                    break;
                case Show show:
                    entries.Add(Entry(OutboxCall.Send, Message(show.Card, show.Summary, turn, null), turn, entries.Count));
                    break;
                case Replace replace when tapped is { InPlace: true }:
                    body = Body(CardType, writer => JsonSerializer.Serialize(writer, replace.Card, CardJson.Default.Card));
                    break;
                case Replace replace when tapped is { CardId: { } card }:
                    entries.Add(Entry(OutboxCall.Update, Message(replace.Card, replace.Summary, turn, card), turn, entries.Count) with { ActivityId = card });
                    break;
                case Replace replace:
                    entries.Add(Entry(OutboxCall.Send, Message(replace.Card, replace.Summary, turn, null), turn, entries.Count));
                    break;
                case Notice notice when tapped is { InPlace: true }:
                    body = Body(MessageType, writer => writer.WriteStringValue(notice.Text));
                    break;
                case Notice notice:
                    entries.Add(Entry(OutboxCall.Send, Message(new Say(notice.Text), turn), turn, entries.Count));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No rendering for {reply.GetType().Name}.");
            }
        }

        if (tapped is not { InPlace: true })
        {
            return new(entries, null, null);
        }

        // Clients show an error for an empty body; the answer stands below as a message then.
        var given = body ?? Body(MessageType, static writer => writer.WriteStringValue("✓"));
        string[] marks = tapped.Token is { } token ? [HandledTurns.MarkOf(turn.Id), HandledTurns.MarkOf(token)] : [HandledTurns.MarkOf(turn.Id)];
        return new(entries, new InvokeResponse(StatusCodes.Status200OK, given), new GivenAnswer(marks, new RawJson(given)));
    }

    /// <summary>The answer to something already handled: for a button the one it got, for everything else none.</summary>
    public static InvokeResponse? Repeat(Turn turn, GivenAnswer? answer)
    {
        if (turn.Input is not Tapped { InPlace: true } tapped)
        {
            return null;
        }

        var same = answer is not null && (answer.Marks.Contains(HandledTurns.MarkOf(turn.Id), StringComparer.Ordinal)
            || (tapped.Token is { } token && answer.Marks.Contains(HandledTurns.MarkOf(token), StringComparer.Ordinal)));
        return new(StatusCodes.Status200OK, same ? answer!.Body.Utf8 : Body(MessageType, static writer => writer.WriteStringValue("✓")));
    }

    private static OutboxEntry Entry(OutboxCall call, ReadOnlyMemory<byte> activity, Turn turn, int index) => new(
        turn.NewId(0x10 + index),
        OutboxPolicy.Reply,
        call,
        To: null,
        ActivityId: null,
        new RawJson(activity),
        Attempts: 1,
        Born: turn.Now,
        LookAgainAt: turn.Now + OutboxState.Lease);

    private static ReadOnlyMemory<byte> Message(Say say, Turn turn) => Write(writer =>
    {
        Begin(writer, turn, null);
        writer.WriteString("textFormat", "plain");
        writer.WriteString("text", say.Text);
        if (say.Suggestions.Count > 0)
        {
            writer.WriteStartObject("suggestedActions");
            writer.WriteStartArray("actions");
            foreach (var suggestion in say.Suggestions.Take(MostSuggestions))
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

        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Message(Card card, string summary, Turn turn, string? updates) => Write(writer =>
    {
        Begin(writer, turn, updates);
        writer.WriteString("summary", summary);
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", CardType);
        writer.WritePropertyName("content");
        JsonSerializer.Serialize(writer, card, CardJson.Default.Card);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Begin(Utf8JsonWriter writer, Turn turn, string? updates)
    {
        writer.WriteStartObject();
        writer.WriteString("type", ActivityTypes.Message);
        if (updates is not null)
        {
            writer.WriteString("id", updates);
        }
        else if (turn.Id.LastIndexOf('|') is var bar and >= 0 && bar < turn.Id.Length - 1)
        {
            writer.WriteString("replyToId", turn.Id.AsSpan(bar + 1));
        }
    }

    private static ReadOnlyMemory<byte> Body(string type, Action<Utf8JsonWriter> value) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", StatusCodes.Status200OK);
        writer.WriteString("type", type);
        writer.WritePropertyName("value");
        value(writer);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }
}
