using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// When something between classmates is shown unasked: a request, feedback, a pair, a thank-you, or that it came to
/// nothing. Each waits for the day's one message; whoever asks sees all of it at once.
/// </summary>
internal static class PeerTime
{
    public static Person WithAlarms(Person person, DateTimeOffset now) =>
        person with
        {
            Peers = [.. person.Peers.Select(one => one with { LookAt = LookAt(one, person, now) })],
        };

    /// <summary>Shows the oldest whose time has come.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        return person.Peers.FirstOrDefault(one => At(one, person, context.Now) <= context.Now) is { } due
            ? Show(due, context with { Head = person with { LastUnprompted = context.Now } })
            : new(person);
    }

    /// <summary>Whoever wants nothing unasked finds it when they come.</summary>
    public static TurnResult<Person> Settled(TurnResult<Person> result, TurnContext<Person> context) =>
        context.Turn is { Input: Said or Installed, Conversation: not null }
        && result.Person is { Dialog: null or AskingFirstWords { IsLight: true }, Reflecting: null } person
        && person.Peers.FirstOrDefault(one => one.IsNews && At(one, person, context.Now) is null) is { } unseen
            ? result.Then(Show(unseen, context with { Head = person })) with
            {
                IsAside = result.IsAside,
            }
            : result;

    /// <summary>The card of an entry's state.</summary>
    public static (Card Card, string Summary) Card(PeerFeedback entry, Voice voice) =>
        (entry.Side, entry.State) switch
        {
            (PeerSide.Giving, PeerState.Thanked) => (
                AnswerCards.Thanks(entry, voice),
                AnswerCards.ThanksTitle(entry, voice)
            ),
            (PeerSide.Giving, _) => (AnswerCards.Of(entry, PeerAnswer.Empty, voice), AnswerCards.Title(entry, voice)),
            (_, PeerState.Choosing) => (WorkCards.Paired(entry, voice), WorkCards.PairedTitle(entry, voice)),
            (_, PeerState.Answered) => (ReceivedCards.Of(entry, voice), ReceivedCards.Title(entry, voice)),
            _ => (WorkCards.Ended(entry, voice), WorkCards.EndedText(entry, voice)),
        };

    private static TurnResult<Person> Show(PeerFeedback entry, TurnContext<Person> context)
    {
        var (card, summary) = Card(entry, context.Voice);
        return new(PeerRules.With(context.Person, entry with { ShownAt = context.Now }), new Show(card, summary));
    }

    /// <summary>When it is shown unasked; null where that is not to come.</summary>
    private static DateTimeOffset? At(PeerFeedback entry, Person person, DateTimeOffset now) =>
        entry.IsNews
        && person.Classes.FirstOrDefault(one => one.Class == entry.Class && one.Role == MemberRole.Student)
            is { Schedule: { } schedule }
            ? UnpromptedTime.Next(person, schedule, DateTimeOffset.MinValue, now)
            : null;

    /// <summary>That, or the end of waiting.</summary>
    private static DateTimeOffset? LookAt(PeerFeedback entry, Person person, DateTimeOffset now) =>
        (At(entry, person, now), entry.IsOpen ? entry.At + PeerFeedback.Patience : (DateTimeOffset?)null) switch
        {
            ({ } shown, { } end) => shown < end ? shown : end,
            var (shown, end) => shown ?? end,
        };
}
