using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>A student's own feedback: what waits, what came, and whether it helped.</summary>
internal static class MineHandler
{
    /// <summary>All there is, whether its time has come or not: they came themselves.</summary>
    public static TurnResult<Person> Mine(TurnContext<Person> context) =>
        context.Person.Peers.Any(MineCard.IsShown) || PeerRules.IsOffered(context.Person)
            ? new(Seen(context), context.Here(MineCard.Of(context), context.Voice["Peers.Mine"]))
            : new(
                context.Person,
                new Say(
                    context.Voice[
                        context.Person.Classes.Any(one => one is { Role: MemberRole.Student, Schedule: not null })
                            ? context.Voice.Band == Localization.GradeBand.KTo2
                                ? "Peers.Young"
                                : "Peers.Off"
                            : "Peers.NoClass"
                    ],
                    context.Voice.List("Suggest.Home")
                )
            );

    public static TurnResult<Person>? Read(Tapped tapped, TurnContext<Person> context) =>
        Find(tapped, context) is { State: PeerState.Answered } feedback ? Shown(feedback, context) : null;

    /// <summary>Between the two and their teacher; only what helped is told, once.</summary>
    public static TurnResult<Person>? Helped(Tapped tapped, TurnContext<Person> context)
    {
        if (
            Find(tapped, context) is not { State: PeerState.Answered } feedback
            || !Enum.TryParse<PeerHelp>(tapped.Data.Text("help"), out var help)
            || !Enum.IsDefined(help)
        )
        {
            return null;
        }

        return feedback.Help is not null
            ? Shown(feedback, context)
            : Shown(feedback with { Help = help }, context) with
            {
                Messages =
                    help == PeerHelp.Helped
                        ? [PeerUpkeep.Tell(feedback, PeerNews.Helped, context.Turn.Person.ObjectId)]
                        : [],
            };
    }

    public static TurnResult<Person>? TakeBack(Tapped tapped, TurnContext<Person> context) =>
        Find(tapped, context) switch
        {
            { State: PeerState.Waiting } waiting => new(
                PeerRules.With(context.Person, waiting.Over(PeerState.TakenBack, context.Now)),
                new Replace(WorkCards.TakenBack(context.Voice), context.Voice["Peers.TakenBack"])
            )
            {
                Messages = [PeerUpkeep.Tell(waiting, PeerNews.TakenBack, context.Turn.Person.ObjectId)],
            },
            // The answer was faster.
            { State: PeerState.Answered } answered => Shown(answered, context),
            _ => null,
        };

    private static TurnResult<Person> Shown(PeerFeedback feedback, TurnContext<Person> context) =>
        new(
            PeerRules.With(context.Person, feedback with { ShownAt = feedback.ShownAt ?? context.Now }),
            context.Here(ReceivedCards.Of(feedback, context.Voice), ReceivedCards.Title(feedback, context.Voice))
        );

    /// <summary>What stands on the card is news no more; what waits behind a button still is.</summary>
    private static Person Seen(TurnContext<Person> context) =>
        context.Person with
        {
            Peers =
            [
                .. context.Person.Peers.Select(one =>
                    one.IsNews && MineCard.IsToldWhole(one) ? one with { ShownAt = context.Now } : one
                ),
            ],
        };

    private static PeerFeedback? Find(Tapped tapped, TurnContext<Person> context) =>
        PeerRules.Find(context.Person, tapped.Data.Text("ask"), PeerSide.Asked);
}
