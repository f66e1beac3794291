using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>Feedback as whoever asked for it reads it, and whether it helped.</summary>
internal static class ReceivedCards
{
    public static string Title(PeerFeedback feedback, Voice voice) =>
        voice.Say("Peers.Got", ("name", WorkCards.First(feedback.OtherName, voice)));

    public static Card Of(PeerFeedback feedback, Voice voice)
    {
        var title = Title(feedback, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. feedback.Work is { } work
                    ? [new RichTextBlock(new TextRun(GoalCards.InBrief(work)) { IsSubtle = true })]
                    : Array.Empty<CardElement>(),
                .. AnswerCards.Both(feedback, voice),
                .. feedback.Help is null ? Ask(feedback, voice) : Said(feedback, voice),
            ],
            voice.Culture
        );
    }

    private static IEnumerable<CardElement> Ask(PeerFeedback feedback, Voice voice) =>
        [
            new TextBlock(voice["Peers.Help.Ask"]) { Weight = "bolder", Spacing = "medium" },
            new ActionSet([
                .. Enum.GetValues<PeerHelp>()
                    .Select(help => new Execute(
                        voice[$"Peers.Help.{help}"],
                        PeerVerbs.Helped,
                        ("ask", feedback.Id),
                        ("help", help.ToString())
                    )),
            ]),
            CardParts.Small(voice["Peers.Help.Private"]),
        ];

    private static IEnumerable<CardElement> Said(PeerFeedback feedback, Voice voice) =>
        [
            new TextBlock(
                Markdown.Escape(
                    voice.Say($"Peers.Help.Said.{feedback.Help}", ("name", WorkCards.First(feedback.OtherName, voice)))
                )
            )
            {
                Spacing = "medium",
            },
            new ActionSet(new Execute(voice["Peers.Mine"], PeerVerbs.Mine)),
        ];
}
