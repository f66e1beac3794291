using System.Globalization;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>A teacher sees what feedback their students ask for, get and give. Nothing is counted.</summary>
internal static class SeenHandler
{
    /// <summary>In words: a teacher's class, or of several the one they choose; a student's own.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context) =>
        PeerNeeds.Classes(context.Person, MemberRole.Teacher) switch
        {
            [] => MineHandler.Mine(context),
            [var only] => PairsHandler.Of(
                context.Others.Class(only),
                context,
                classroom => Students(classroom, 0, context)
            ),
            _ => new(
                context.Person,
                new Show(
                    WhichClass.Of(TaughtClass.Of(context.Person), PairVerbs.Students, context.Voice),
                    context.Voice["Teach.Which"]
                )
            ),
        };

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context) =>
        PairsHandler.Of(
            PeerNeeds.Named(tapped.Data, context.Turn) is { } key ? context.Others.Class(key) : null,
            context,
            classroom =>
                tapped.Verb == PairVerbs.Students ? Students(classroom, Page(tapped.Data), context)
                : classroom.Students.FirstOrDefault(one => one.ObjectId == tapped.Data.Text("student")) is { } student
                    ? Student(classroom, student, context)
                : new(context.Person, new Notice(context.Voice["Teach.Peers.NoStudent"]))
        );

    private static TurnResult<Person> Students(Classroom classroom, int page, TurnContext<Person> context)
    {
        List<Member> students =
        [
            .. classroom
                .Students.Where(one => Of(one, classroom, context).Count > 0)
                .OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
        return new(
            context.Person,
            context.Here(SeenCards.Students(classroom, students, page, context.Voice), context.Voice["Teach.Peers"])
        );
    }

    /// <summary>Reading what students wrote leaves a line with the class.</summary>
    private static TurnResult<Person> Student(Classroom classroom, Member student, TurnContext<Person> context)
    {
        var entries = Of(student, classroom, context);
        return new(
            context.Person,
            context.Here(SeenCards.Student(classroom, student, entries, context.Voice), context.Voice["Teach.Peers"])
        )
        {
            Archive = entries.Count == 0 ? [] : [PeerAudit.Entry(student.ObjectId, classroom.Key, context.Turn)],
        };
    }

    /// <summary>Of this class alone; what was never sent is nobody else's.</summary>
    private static IReadOnlyList<PeerFeedback> Of(Member student, Classroom classroom, TurnContext<Person> context) =>
        context.Others.Person(classroom.KeyOf(student.ObjectId)) is { } person
            ?
            [
                .. person.Peers.Where(one =>
                    one.Class == classroom.Key && one.State is not (PeerState.Choosing or PeerState.TakenBack)
                ),
            ]
            : [];

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
