using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>
/// A team as a class: its people, its set-up and check; from the channel, and from a teacher's private chat.
/// </summary>
internal sealed class ClassRoutes(ClassOptions options)
{
    public Routes<Classroom> Channel { get; } =
        new("Classes")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Classroom>, TurnResult<Classroom>?>>(
                StringComparer.Ordinal
            )
            {
                [ClassVerbs.SetUp] = (_, context) => SetUpHandler.Open(context, options),
                [ClassVerbs.Save] = (tapped, context) => SetUpHandler.Save(tapped.Data, context, options),
                [ClassVerbs.Check] = (_, context) => SetUpHandler.CheckAgain(context.Turn.Person, context),
                [ClassVerbs.NotOurs] = (_, context) => ClassHandler.NotOurTeacher(context),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Classroom>, TurnResult<Classroom>?>>
            {
                [Command.SetUpClass] = context => SetUpHandler.Open(context, options),
            },
            Messages =
            [
                Routes<Classroom>.On<ClassSetUp>(SetUpHandler.Received),
                Routes<Classroom>.On<CheckAsked>((asked, context) => SetUpHandler.CheckAgain(asked.By, context)),
                Routes<Classroom>.On<HelpAsked>(MembershipHandler.Pass),
                Routes<Classroom>.On<RosterWanted>((_, context) => ClassHandler.RosterWanted(context)),
                Routes<Classroom>.On<TeacherClaimed>(ClaimHandler.Claimed),
                Routes<Classroom>.On<ClaimAnswered>(ClaimHandler.Answered),
            ],
            AfterEach = (result, _) => MembershipHandler.PassOn(result),
            Needs = (classroom, turn, _) =>
                turn.Input switch
                {
                    ChatsOpened when classroom.ReportTo is { } teacher => [classroom.KeyOf(teacher)],
                    Tapped { Verb: ClassVerbs.Save } =>
                    [
                        .. options.Counselors.Append(turn.Person.ObjectId).Select(classroom.KeyOf),
                    ],
                    Tapped or Said => [.. options.Counselors.Select(classroom.KeyOf)],
                    Received { Message: ClassSetUp setUp } => [classroom.KeyOf(setUp.By.ObjectId)],
                    _ => ClaimHandler.Needs(classroom, turn),
                },
        };

    public Routes<Person> Private { get; } =
        new("Classes")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [ClassVerbs.SetUp] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Save] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Check] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Report] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Confirm] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Deny] = (tapped, context) => PrivateClassHandler.Tap(tapped, context, options),
                [ClassVerbs.Claim] = ClaimHandler.Tap,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.SetUpClass] = context => PrivateClassHandler.SetUp(context, options).Aside(),
                [Command.ImTeacher] = context => ClaimHandler.Said(context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<JoinedClass>(MembershipHandler.Joined),
                Routes<Person>.On<LeftClass>(MembershipHandler.Left),
                Routes<Person>.On<AlertHandled>(MembershipHandler.AlertHandled),
            ],
            Answers = PrivateClassHandler.Code,
            Needs = (person, turn, _) => PrivateClassHandler.Needs(person, turn, options),
        };
}
