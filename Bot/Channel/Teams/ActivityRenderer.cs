using System.Text.Json;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Channel.Teams;

/// <summary>
/// What a turn's replies become: messages for the outbox, and the body of the response where the turn was an invoke.
/// </summary>
/// <param name="Answer">The body to remember, so that a repetition of the same tap gets it again.</param>
internal sealed record RenderedReplies(
    IReadOnlyList<OutboxEntry> Entries,
    InvokeResponse? Response,
    GivenAnswer? Answer
);

/// <summary>
/// Translates replies into activities. A text and a card are two activities: Teams would split them and name neither.
/// </summary>
internal static class ActivityRenderer
{
    /// <param name="voice">For a tap whose answer is elsewhere: clients show an error for an empty body, and a sign
    /// alone tells nobody what became of it.</param>
    /// <param name="lease">How long the process that takes this turn has its messages to itself.</param>
    public static RenderedReplies Render(
        IReadOnlyList<Reply> replies,
        IReadOnlyList<Addressed> messages,
        Turn turn,
        Voice voice,
        TimeSpan lease
    )
    {
        var entries = new List<OutboxEntry>(replies.Count + messages.Count);
        InvokeResponse? response = null;
        var tapped = turn.Input as Tapped;
        var lastSay = replies.OfType<Say>().LastOrDefault();
        foreach (var reply in replies)
        {
            switch (reply)
            {
                case Say say:
                    entries.Add(
                        Entry(
                            OutboxCall.Send,
                            Message(ReferenceEquals(say, lastSay) ? say : say with { Suggestions = [] }, turn)
                        )
                    );
                    break;
                case Show show:
                    entries.Add(Entry(OutboxCall.Send, Message(show.Card, show.Summary, turn, null)));
                    break;
                case Elsewhere { What: Say say } elsewhere:
                    entries.Add(There(OutgoingActivity.Message(say.Text, say.Suggestions), elsewhere));
                    break;
                case Elsewhere { What: Show show } elsewhere:
                    entries.Add(
                        There(
                            OutgoingActivity.Card(
                                show.Card,
                                show.Summary,
                                updates: elsewhere.Updates,
                                alert: elsewhere.Updates is null
                            ),
                            elsewhere
                        )
                    );
                    break;
                case Erase erase:
                    entries.Add(
                        Entry(OutboxCall.Delete, "{}"u8.ToArray()) with
                        {
                            To = erase.To,
                            ActivityId = erase.ActivityId,
                            About = erase.About,
                            Policy = OutboxPolicy.Reply,
                        }
                    );
                    break;
                case Replace replace when tapped is { InPlace: true }:
                    response =
                        tapped.Surface == Surface.Card
                            ? AdaptiveCardAction.Card(replace.Card)
                            : TaskModule.Continue(replace.Summary, replace.Card);
                    break;
                case Found found:
                    response = MessagingExtension.Results(found.Cards);
                    break;
                case Replace replace when tapped is { CardId: { } card }:
                    entries.Add(
                        Entry(OutboxCall.Update, Message(replace.Card, replace.Summary, turn, card)) with
                        {
                            ActivityId = card,
                        }
                    );
                    break;
                case Replace replace:
                    entries.Add(Entry(OutboxCall.Send, Message(replace.Card, replace.Summary, turn, null)));
                    break;
                case Notice notice when tapped is { InPlace: true }:
                    response = Line(notice.Text, tapped.Surface);
                    break;
                case Notice notice:
                    entries.Add(Entry(OutboxCall.Send, Message(new Say(notice.Text), turn)));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No rendering for {reply.GetType().Name}.");
            }
        }

        foreach (var message in messages)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(message.Message, MessageJson.Default.DocumentMessage);
            entries.Add(
                Entry(OutboxCall.Send, json) with
                {
                    Policy = OutboxPolicy.Message,
                    ToDocument = message.To,
                    LookAgainAt = turn.Now + OutboxState.LeaseOf(OutboxPolicy.Message, lease),
                }
            );
        }

        if (turn.ExpectsReplies)
        {
            return InResponse(entries, turn);
        }

        if (tapped is not { InPlace: true })
        {
            return new(entries, null, null);
        }

        // Without an answer of its own it stands below, as a message; a dialog shows it too, since it may be over
        // another conversation.
        response ??=
            tapped.Surface == Surface.Card
                ? AdaptiveCardAction.Message(
                    voice[entries.Any(entry => IsHere(entry, turn)) ? "Tap.Below" : "Tap.Done"]
                )
                : Said(replies, tapped.Surface);
        string[] marks = tapped.Token is { } token
            ? [HandledTurns.MarkOf(turn.Id), HandledTurns.MarkOf(token)]
            : [HandledTurns.MarkOf(turn.Id)];
        return new(
            entries,
            response,
            response.Body is { } body ? new GivenAnswer(marks, new RawJson(body), turn.Now) : null
        );

        OutboxEntry There(ReadOnlyMemory<byte> activity, Elsewhere elsewhere) =>
            Entry(elsewhere.Updates is null ? OutboxCall.Send : OutboxCall.Update, activity) with
            {
                To = elsewhere.To,
                ActivityId = elsewhere.Updates,
                About = elsewhere.About,
                Policy = elsewhere.Policy,
                LookAgainAt = turn.Now + OutboxState.LeaseOf(elsewhere.Policy, lease),
            };

        OutboxEntry Entry(OutboxCall call, ReadOnlyMemory<byte> activity) =>
            new(
                turn.NewId(0x10 + entries.Count),
                turn.Input is Rang or Received ? OutboxPolicy.Post : OutboxPolicy.Reply,
                call,
                To: null,
                ActivityId: null,
                new RawJson(activity),
                Attempts: 1,
                Born: turn.Now,
                LookAgainAt: turn.Now + lease
            );
    }

    /// <summary>
    /// What goes back to where the turn came from is the body of the response, and in no outbox; the rest leaves as
    /// ever.
    /// </summary>
    private static RenderedReplies InResponse(List<OutboxEntry> entries, Turn turn)
    {
        var here = entries.FindAll(entry => IsHere(entry, turn));
        var response = InvokeBody.Write(writer =>
        {
            writer.WriteStartArray("activities");
            foreach (var entry in here)
                writer.WriteRawValue(entry.Activity.Utf8.Span, skipInputValidation: true);
            writer.WriteEndArray();
        });
        return new(
            [.. entries.Except(here)],
            response,
            new GivenAnswer([HandledTurns.MarkOf(turn.Id)], new RawJson(response.Body!.Value), turn.Now)
        );
    }

    private static bool IsHere(OutboxEntry entry, Turn turn) =>
        entry.ToDocument is null && (entry.To is null || entry.To == turn.Conversation);

    /// <summary>
    /// The answer to something already handled: for a button the one it got, for everything else none.
    /// </summary>
    public static InvokeResponse? Repeat(Turn turn, GivenAnswer? answer, Voice voice)
    {
        if (turn.ExpectsReplies)
        {
            return answer?.Marks.Contains(HandledTurns.MarkOf(turn.Id), StringComparer.Ordinal) == true
                ? new(StatusCodes.Status200OK, answer.Body.Utf8)
                : InResponse([], turn).Response;
        }

        if (turn.Input is not Tapped { InPlace: true } tapped)
        {
            return null;
        }

        var same =
            answer is not null
            && (
                answer.Marks.Contains(HandledTurns.MarkOf(turn.Id), StringComparer.Ordinal)
                || (
                    tapped.Token is { } token
                    && answer.Marks.Contains(HandledTurns.MarkOf(token), StringComparer.Ordinal)
                )
            );
        return same ? new(StatusCodes.Status200OK, answer!.Body.Utf8)
            : tapped.Surface == Surface.Card ? AdaptiveCardAction.Message(voice["Tap.Again"])
            : TaskModule.Close;
    }

    private static InvokeResponse Line(string text, Surface surface) =>
        surface switch
        {
            Surface.Card => AdaptiveCardAction.Message(text),
            Surface.Dialog => TaskModule.Message(text),
            _ => MessagingExtension.Message(text),
        };

    /// <summary>What was said in the chat, where the dialog is looked at instead.</summary>
    private static InvokeResponse Said(IReadOnlyList<Reply> replies, Surface surface)
    {
        var words = string.Join("\n\n", replies.OfType<Say>().Select(say => say.Text));
        return surface == Surface.Search ? Line(words, surface)
            : replies.OfType<Show>().LastOrDefault() is { } show
                ? TaskModule.Continue(
                    show.Summary,
                    words.Length == 0
                        ? show.Card
                        : show.Card with
                        {
                            Body = [new RichTextBlock(new TextRun(words)), .. show.Card.Body],
                        }
                )
            : words.Length > 0 ? Line(words, surface)
            : TaskModule.Close;
    }

    private static ReadOnlyMemory<byte> Message(Say say, Turn turn) =>
        OutgoingActivity.Message(say.Text, say.Suggestions, ReplyToId(turn));

    private static ReadOnlyMemory<byte> Message(Card card, string summary, Turn turn, string? updates) =>
        OutgoingActivity.Card(card, summary, updates is null ? ReplyToId(turn) : null, updates);

    private static string? ReplyToId(Turn turn) =>
        turn.Id.LastIndexOf('|') is var bar and >= 0 && bar < turn.Id.Length - 1 ? turn.Id[(bar + 1)..] : null;
}
