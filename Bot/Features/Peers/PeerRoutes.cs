using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>
/// Feedback among classmates: a student asks one, or takes one their teacher pairs, and gets one strength and one
/// question. Whether it helped is between the two of them and their teacher.
/// </summary>
internal static class PeerRoutes
{
    public static Routes<Person> Private { get; } =
        new("Peers")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [PeerVerbs.Mine] = (_, context) => MineHandler.Mine(context),
                [PeerVerbs.Begin] = AskHandler.Begin,
                [PeerVerbs.To] = AskHandler.Chosen,
                [PeerVerbs.Choose] = AskHandler.Choose,
                [PeerVerbs.Look] = AskHandler.Look,
                [PeerVerbs.Send] = AskHandler.Send,
                [PeerVerbs.TakeBack] = MineHandler.TakeBack,
                [PeerVerbs.Open] = AnswerHandler.Open,
                [PeerVerbs.Give] = AnswerHandler.Give,
                [PeerVerbs.Decline] = AnswerHandler.Decline,
                [PeerVerbs.Read] = MineHandler.Read,
                [PeerVerbs.Helped] = MineHandler.Helped,
                [PairVerbs.Propose] = PairsHandler.Tap,
                [PairVerbs.Send] = PairsHandler.Tap,
                [PairVerbs.Students] = SeenHandler.Tap,
                [PairVerbs.Student] = SeenHandler.Tap,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Feedback] = context => SeenHandler.Asked(context).Aside(),
                [Command.PairClass] = context => PairsHandler.Asked(context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<PeerAsked>(ArrivalHandler.Asked),
                Routes<Person>.On<PeerAnswered>(ArrivalHandler.Answered),
                Routes<Person>.On<PeerTold>(ArrivalHandler.Told),
                Routes<Person>.On<PeerPaired>(ArrivalHandler.Paired),
            ],
            Alarms = [PeerTime.Due],
            AfterEach = PeerUpkeep.Run,
            Needs = PeerNeeds.Of,
        };

    public static Routes<Classroom> Class { get; } =
        new("Peers")
        {
            Messages =
            [
                Routes<Classroom>.On<PeerAsked>(PeerClassHandler.Asked),
                Routes<Classroom>.On<PeerAnswered>(PeerClassHandler.Answered),
                Routes<Classroom>.On<PeerTold>(PeerClassHandler.Told),
                Routes<Classroom>.On<PairsMade>(PeerClassHandler.Paired),
            ],
            AfterEach = PeerClassHandler.Tell,
        };
}
