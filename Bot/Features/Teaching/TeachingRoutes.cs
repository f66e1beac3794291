using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// The teacher: digest, reading and answering, nudges, help requests, the delivery report; and what of it reaches a
/// student.
/// </summary>
internal static class TeachingRoutes
{
    public static Routes<Person> All { get; } =
        new("Teaching")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [TeacherVerbs.Class] = TeacherHandler.Tap,
                [TeacherVerbs.List] = TeacherHandler.Tap,
                [TeacherVerbs.Read] = TeacherHandler.Tap,
                [TeacherVerbs.Reply] = TeacherHandler.Tap,
                [TeacherVerbs.Send] = TeacherHandler.Tap,
                [TeacherVerbs.Nudge] = TeacherHandler.Tap,
                [TeacherVerbs.Handled] = TeacherHandler.Tap,
                [TeacherVerbs.NudgeAll] = TeacherHandler.Tap,
                [TeacherVerbs.Missing] = TeacherHandler.Tap,
                [TeacherVerbs.Student] = TeacherHandler.Tap,
                [TeacherVerbs.AskPrompt] = TeacherHandler.Tap,
                [FeedbackVerbs.Form] = TeacherHandler.Tap,
                [FeedbackVerbs.Send] = TeacherHandler.Tap,
                [InsightVerbs.Open] = TeacherHandler.Tap,
                [InsightVerbs.Keep] = TeacherHandler.Tap,
                [InsightVerbs.ShareWith] = TeacherHandler.Tap,
                [InsightVerbs.Share] = TeacherHandler.Tap,
                [InsightVerbs.Review] = TeacherHandler.Tap,
                [TeacherVerbs.SendPrompt] = TeacherHandler.Tap,
                [TeacherVerbs.Delivery] = TeacherHandler.Tap,
                [TeacherVerbs.Thanks] = (tapped, context) => AnswerHandler.Thanks(tapped.Data, context),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.MyClass] = context => TeacherHandler.Asked(Command.MyClass, context).Aside(),
                [Command.NeedsReply] = context => TeacherHandler.Asked(Command.NeedsReply, context).Aside(),
                [Command.Insight] = context => TeacherHandler.Asked(Command.Insight, context).Aside(),
                [Command.DeliveryReport] = context => TeacherHandler.Asked(Command.DeliveryReport, context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<TeacherReplied>(AnswerHandler.Received),
                Routes<Person>.On<ReflectionHandled>(AnswerHandler.Received),
                Routes<Person>.On<ReplyLost>(ReplyHandler.Lost),
                Routes<Person>.On<StudentAnswered>(WroteBackHandler.Received),
                Routes<Person>.On<AnswerLost>(WritingBack.Lost),
                Routes<Person>.On<AnswerSeen>(WritingBack.Seen),
                Routes<Person>.On<RepliesMet>(WroteBackHandler.Met),
                Routes<Person>.On<Nudged>(NudgeHandler.Received),
                Routes<Person>.On<HelpAsked>(HelpHandler.Received),
                Routes<Person>.On<InsightShared>(InsightSharing.Received),
            ],
            Alarms = [AnswerHandler.Due, NudgeHandler.Due, HelpHandler.Due, WroteBackHandler.Due, DigestHandler.Ring],
            AfterEach = (result, context) =>
                WroteBackHandler.Seen(AnswerHandler.Settle(result, context), context) is var settled
                    ? settled with
                    {
                        Head = DigestHandler.WithAlarms(WritingBack.Settled(settled.Person, context), context.Now),
                    }
                    : result,
            Needs = TeacherHandler.Needs,
        };

    public static Routes<Classroom> Class { get; } =
        new("Teaching")
        {
            Messages =
            [
                Routes<Classroom>.On<ReteachNoted>(InsightHandler.Noted),
                Routes<Classroom>.On<InsightPosted>(InsightSharing.Posted),
                Routes<Classroom>.On<ReviewKept>(ReviewHandler.Kept),
            ],
        };
}
