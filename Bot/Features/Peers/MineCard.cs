using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary><em>My feedback</em>: what waits for this student, what they wait for, what came.</summary>
internal static class MineCard
{
    private const int Brief = 80;

    public static Card Of(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        List<PeerFeedback> shown = [.. person.Peers.Where(IsShown).Reverse().OrderBy(Rank)];
        return CardParts.Framed(
            voice["Peers.Mine"],
            [
                CardParts.Heading(voice["Peers.Mine"]),
                .. shown.Count == 0 ? [new TextBlock(voice["Peers.Mine.None"])] : Array.Empty<CardElement>(),
                .. shown.SelectMany(one => Row(one, voice)),
                .. PeerRules.IsOffered(person)
                    ?
                    [
                        new ActionSet(new Execute(voice["Peers.Ask"], PeerVerbs.Begin) { Style = "positive" })
                        {
                            Spacing = "medium",
                            Separator = true,
                        },
                    ]
                    : Array.Empty<CardElement>(),
            ],
            voice.Culture
        );
    }

    /// <summary>What one can still do something with, or has to know.</summary>
    public static bool IsShown(PeerFeedback entry) =>
        entry.Side == PeerSide.Asked
            ? entry.State is PeerState.Choosing or PeerState.Waiting or PeerState.Answered || entry.IsNews
            : entry.State is PeerState.Waiting or PeerState.Thanked;

    /// <summary>Its row says all there is to it.</summary>
    public static bool IsToldWhole(PeerFeedback entry) =>
        entry.State is PeerState.Thanked or PeerState.Declined or PeerState.Unreached or PeerState.TooLate;

    private static int Rank(PeerFeedback entry) =>
        entry switch
        {
            { Side: PeerSide.Giving, State: PeerState.Waiting } => 0,
            { State: PeerState.Choosing } => 1,
            { State: PeerState.Answered, Help: null } => 2,
            { State: PeerState.Waiting } => 3,
            _ => 4,
        };

    private static IEnumerable<CardElement> Row(PeerFeedback entry, Voice voice)
    {
        var (key, button) = (entry.Side, entry.State) switch
        {
            (PeerSide.Giving, PeerState.Waiting) => (
                "Peers.Mine.Asks",
                new Execute(voice["Peers.Mine.Open"], PeerVerbs.Open, ("ask", entry.Id))
            ),
            (PeerSide.Giving, _) => ("Peers.Thanks", null),
            (_, PeerState.Choosing) => (
                "Peers.Paired",
                new Execute(voice["Peers.Choose"], PeerVerbs.Choose, ("ask", entry.Id))
            ),
            (_, PeerState.Waiting) => (
                "Peers.Mine.Waits",
                new Execute(voice["Peers.TakeBack"], PeerVerbs.TakeBack, ("ask", entry.Id))
            ),
            (_, PeerState.Answered) => (
                "Peers.Got",
                new Execute(voice["Peers.Mine.Read"], PeerVerbs.Read, ("ask", entry.Id))
            ),
            _ => (null, (Execute?)null),
        };
        yield return new RichTextBlock(
            new TextRun(
                key is null
                    ? WorkCards.EndedText(entry, voice)
                    : voice.Say(key, ("name", WorkCards.First(entry.OtherName, voice)))
            )
            {
                Weight = "bolder",
            }
        )
        {
            Spacing = "medium",
            Separator = true,
        };
        if (entry.Work is { } work)
        {
            yield return new RichTextBlock(
                new TextRun(GoalCards.InBrief(work, Brief)) { Size = "small", IsSubtle = true }
            )
            {
                Spacing = "none",
            };
        }

        if (button is not null)
            yield return new ActionSet(button) { Spacing = "small" };
    }
}
