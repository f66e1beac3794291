using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// A team as a class: its people, its set-up and check; from the channel, and from a teacher's private chat.
/// </summary>
internal static class ClassRoutes
{
    public static Routes<Classroom> Channel { get; } =
        new("Classes")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Classroom>, TurnResult<Classroom>?>>(
                StringComparer.Ordinal
            )
            {
                [ClassVerbs.SetUp] = (_, context) => SetUpHandler.Open(context),
                [ClassVerbs.Save] = (tapped, context) => SetUpHandler.Save(tapped.Data, context),
                [ClassVerbs.NotOurs] = (_, context) => ClassHandler.NotOurTeacher(context),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Classroom>, TurnResult<Classroom>?>>
            {
                [Command.SetUpClass] = SetUpHandler.Open,
            },
            Messages =
            [
                Routes<Classroom>.On<ClassSetUp>(SetUpHandler.Received),
                Routes<Classroom>.On<CheckAsked>((asked, context) => SetUpHandler.CheckAgain(asked.By, context)),
                Routes<Classroom>.On<HelpAsked>(MembershipHandler.Pass),
                Routes<Classroom>.On<RosterWanted>((_, context) => ClassHandler.RosterWanted(context)),
            ],
            Needs = (classroom, turn, _) =>
                turn.Input is ChatsOpened && classroom.ReportTo is { } teacher ? [classroom.KeyOf(teacher)] : [],
        };

    public static Routes<Person> Private { get; } =
        new("Classes")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [ClassVerbs.SetUp] = PrivateClassHandler.Tap,
                [ClassVerbs.Save] = PrivateClassHandler.Tap,
                [ClassVerbs.Check] = PrivateClassHandler.Tap,
                [ClassVerbs.Report] = PrivateClassHandler.Tap,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.SetUpClass] = context => PrivateClassHandler.SetUp(context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<JoinedClass>(MembershipHandler.Joined),
                Routes<Person>.On<LeftClass>(MembershipHandler.Left),
                Routes<Person>.On<AlertHandled>(MembershipHandler.AlertHandled),
            ],
            Answers = PrivateClassHandler.Code,
            Needs = (person, turn, _) => PrivateClassHandler.Needs(person, turn),
        };
}
