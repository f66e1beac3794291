using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>The class celebrates: shout-outs given, agreed to, looked at and posted; cheers; and what is taken
/// down.</summary>
internal sealed class CelebratingRoutes(SchoolOptions school)
{
    private readonly BadgeHandler _badges = new(school);

    public static Routes<Classroom> Channel { get; } =
        new("Celebrating")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Classroom>, TurnResult<Classroom>?>>(
                StringComparer.Ordinal
            )
            {
                [CelebrationVerbs.Cheer] = CheerHandler.Cheer,
            },
            Messages =
            [
                Routes<Classroom>.On<PraiseGiven>(PostHandler.Given),
                Routes<Classroom>.On<PraiseAgreed>(PostHandler.Agreed),
                Routes<Classroom>.On<PraiseWithdrawn>(PostHandler.Withdrawn),
                Routes<Classroom>.On<PostDecided>(PostHandler.Decided),
                Routes<Classroom>.On<WeekDecided>(SummaryHandler.Decided),
                Routes<Classroom>.On<BadgeHidden>(SummaryHandler.Hidden),
            ],
            Alarms = [SummaryHandler.Ring],
            AfterEach = (result, context) =>
                PostUpkeep.Run(result, context) is var kept
                    ? kept with
                    {
                        Head = ClassWeekRules.WithAlarm(kept.Head, context.Now),
                    }
                    : result,
            Needs = (classroom, turn, _) =>
                [.. PostHandler.Needs(classroom, turn), .. SummaryHandler.Needs(classroom, turn)],
        };

    public Routes<Person> Private =>
        field ??= new("Celebrating")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [CelebrationVerbs.Recognize] = GivingHandler.Recognize,
                [CelebrationVerbs.Begin] = GivingHandler.Begin,
                [CelebrationVerbs.To] = GivingHandler.Chosen,
                [CelebrationVerbs.Send] = GivingHandler.Send,
                [CelebrationVerbs.InChannel] = Choosing(PraiseChoice.InChannel),
                [CelebrationVerbs.JustMe] = Choosing(PraiseChoice.JustMe),
                [CelebrationVerbs.NoThanks] = Choosing(PraiseChoice.NoThanks),
                [CelebrationVerbs.AlwaysJustMe] = OfferHandler.Always,
                [CelebrationVerbs.AskMe] = (_, context) => OfferHandler.AskAgain(context),
                [CelebrationVerbs.Withdraw] = OfferHandler.Withdraw,
                [CelebrationVerbs.Tell] = TellingHandler.Preview,
                [CelebrationVerbs.TellClass] = TellingHandler.Tell,
                [CelebrationVerbs.TellNobody] = (_, context) => TellingHandler.Nobody(context),
                [CelebrationVerbs.Posts] = ModerationHandler.List,
                [CelebrationVerbs.Approve] = ModerationHandler.Decide,
                [CelebrationVerbs.Decline] = ModerationHandler.Decide,
                [CelebrationVerbs.TakeDown] = ModerationHandler.Decide,
                [CelebrationVerbs.IsThere] = ModerationHandler.Decide,
                [CelebrationVerbs.IsNotThere] = ModerationHandler.Decide,
                [CelebrationVerbs.Again] = ModerationHandler.Decide,
                [CelebrationVerbs.PostWeek] = SummaryHandler.Tap,
                [CelebrationVerbs.ChangeWeek] = SummaryHandler.Tap,
                [CelebrationVerbs.PostChangedWeek] = SummaryHandler.Tap,
                [CelebrationVerbs.SkipWeek] = SummaryHandler.Tap,
                [CelebrationVerbs.Badges] = (_, context) => _badges.Mine(context),
                [CelebrationVerbs.ShowBadges] = _badges.Choose,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.ShoutOut] = context => GivingHandler.Asked(context).Aside(),
                [Command.MyBadges] = context => _badges.Mine(context).Aside(),
            },
            Messages = [Routes<Person>.On<PraiseOffered>(OfferHandler.Received)],
            Alarms = [OfferHandler.Due],
            AfterEach = (result, context) =>
                BadgeHandler.Earned(OfferHandler.Settled(TellingHandler.Offer(result, context), context), context),
            Needs = (person, turn, _) => [.. GivingHandler.Needs(person, turn), .. ModerationHandler.Needs(turn)],
        };

    private static Func<Tapped, TurnContext<Person>, TurnResult<Person>?> Choosing(PraiseChoice choice) =>
        (tapped, context) => OfferHandler.Choose(choice, tapped, context);
}
