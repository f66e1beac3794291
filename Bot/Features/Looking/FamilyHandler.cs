using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Looking;

/// <summary>
/// Links for home: a student makes their own, and a teacher those of the youngest, from what was shared in the class.
/// What stands on the page is read when it is opened (<c>Turns/FamilyReader.cs</c>).
/// </summary>
internal sealed class FamilyHandler(SchoolOptions school)
{
    /// <summary>The class first and, where this person teaches it, its students.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Turn turn, OtherDocuments others) =>
        turn.Input is Tapped { Verb: FamilyVerbs.OfClass or FamilyVerbs.MakeFor or FamilyVerbs.TakeBackFor } tapped
        && Named(tapped.Data, turn) is { } key
            ? [key, .. StudentsOf(key, tapped, turn, others)]
            : [];

    public TurnResult<Person> Offer(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (school.Address.Length == 0)
            return new(person, new Say(voice["Family.AskSchool"], voice.List("Suggest.Home")));
        var teaches = person.Classes.Any(one => one.Role == MemberRole.Teacher);
        var learns = !teaches || person.Goals.Count > 0 || person.Classes.Any(one => one.Role == MemberRole.Student);
        var taught = person
            .Classes.Where(one => one.Role == MemberRole.Teacher && FamilyRules.IsTeachers(one.Band, school))
            .ToList();
        if (!learns && taught.Count == 0)
            return new(person, new Say(voice["Family.StudentsMake"]));
        var isTeachers = FamilyRules.IsTeachers(person, school);
        return new(
            person,
            context.Here(
                FamilyCards.Offer(
                    learns && !isTeachers ? FamilyRules.Choosable(person) : null,
                    isTeachers,
                    taught,
                    context
                ),
                voice["Family.Title"]
            )
        );
    }

    /// <summary>A student's own, of what they chose.</summary>
    public TurnResult<Person>? Make(CardData data, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (school.Address.Length == 0)
            return null;
        if (FamilyRules.IsTeachers(person, school))
            return new(person, new Notice(voice["Family.TeacherMakes"]));
        var (link, token) = New(person.Id, data, context);
        var chosen = (data.Text("goals") ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        link = link with { Goals = [.. FamilyRules.Choosable(person).Select(goal => goal.Id).Where(chosen.Contains)] };
        return FamilyRules.Shown(person, link) is null
            ? new(person, new Notice(voice["Family.ChooseOne"]))
            : new(person with { Family = link }, Ready(link, token, FamilyCards.Back(voice), context));
    }

    public static TurnResult<Person> TakeBack(TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Family = null,
            },
            context.Here(
                FamilyCards.Plain(context.Voice["Family.TakenBack"], context.Voice),
                context.Voice["Family.TakenBack"]
            )
        );

    public TurnResult<Person>? OfClass(CardData data, TurnContext<Person> context) =>
        Taught(
            data,
            context,
            (classroom, _) =>
                new(
                    context.Person,
                    context.Here(
                        FamilyCards.OfClass(classroom, OpenIn(classroom, context), context.Voice),
                        context.Voice["Family.Title"]
                    )
                )
        );

    /// <summary>A teacher's, for one student of the class.</summary>
    public TurnResult<Person>? MakeFor(CardData data, TurnContext<Person> context) =>
        Taught(
            data,
            context,
            (classroom, student) =>
            {
                if (student is null || school.Address.Length == 0)
                    return new(context.Person, new Notice(context.Voice["Family.WhichStudent"]));
                var (link, token) = New(new(classroom.TenantId, student.ObjectId), data, context);
                link = link with { Class = classroom.Key };
                var key = classroom.KeyOf(student.ObjectId);
                return context.Others.Person(key) is not { } person || FamilyRules.Shown(person, link) is null
                    ? new(context.Person, new Notice(context.Voice["Family.NothingShared"]))
                    : new(context.Person, Ready(link, token, null, context))
                    {
                        Messages = [new(key, new FamilyLinkMade(link))],
                        Archive = [FamilyAudit.Entry(student.ObjectId, classroom.Key, context.Turn)],
                    };
            }
        );

    public TurnResult<Person>? TakeBackFor(CardData data, TurnContext<Person> context) =>
        Taught(
            data,
            context,
            (classroom, student) =>
                student is null
                    ? new(context.Person, new Notice(context.Voice["Family.WhichStudent"]))
                    : new(context.Person, new Notice(context.Voice["Family.TakenBack"]))
                    {
                        Messages = [new(classroom.KeyOf(student.ObjectId), new FamilyLinkEnded(classroom.Key))],
                    }
        );

    /// <summary>The student's document has the last word: it must still be in that class.</summary>
    public static TurnResult<Person> Made(FamilyLinkMade made, TurnContext<Person> context) =>
        new(
            context.Person.Classes.Any(one => one.Class == made.Link.Class && one.Role == MemberRole.Student)
                ? context.Person with
                {
                    Family = made.Link,
                }
                : context.Person
        );

    /// <summary>A teacher ends what teachers of that class made, not what the student made.</summary>
    public static TurnResult<Person> Ended(FamilyLinkEnded ended, TurnContext<Person> context) =>
        new(context.Person.Family?.Class == ended.Class ? context.Person with { Family = null } : context.Person);

    private static (FamilyLink Link, string Token) New(PersonId student, CardData data, TurnContext<Person> context)
    {
        var (link, token) = FamilyLink.New(student, context.Turn.Seed, context.Now, data.Text("language"));
        return (link with { ShowsWeeks = data.Text("weeks") == "yes" }, token);
    }

    private Reply Ready(FamilyLink link, string token, Execute? back, TurnContext<Person> context) =>
        context.Here(
            FamilyCards.Ready(
                $"{school.Address.TrimEnd('/')}{FamilyLink.Path}/{token}",
                LocalTime.Day(link.Until, context.Person.TimeZone),
                back,
                context
            ),
            context.Voice["Family.Ready"]
        );

    /// <summary>Only for who teaches the class just now, and where teachers make these links.</summary>
    private TurnResult<Person>? Taught(
        CardData data,
        TurnContext<Person> context,
        Func<Classroom, Member?, TurnResult<Person>> then
    )
    {
        if (Named(data, context.Turn) is not { } key || context.Others.Class(key) is not { } classroom)
            return null;
        return Teachers.WhyNot(classroom, context.Turn.Person, context.Now) is { } why
                ? new(context.Person, new Notice(context.Voice[why]))
            : FamilyRules.IsTeachers(classroom.Settings?.Band, school)
                ? then(classroom, classroom.Students.FirstOrDefault(one => one.ObjectId == data.Text("student")))
            : new(context.Person, new Notice(context.Voice["Family.StudentsMake"]));
    }

    private static List<string> OpenIn(Classroom classroom, TurnContext<Person> context) =>
        [
            .. classroom
                .Students.Where(one =>
                    context.Others.Person(classroom.KeyOf(one.ObjectId))?.Family is { } link
                    && link.Class == classroom.Key
                    && link.IsOpen(context.Now)
                )
                .Select(one => one.Name ?? context.Voice["Class.Somebody"]),
        ];

    private static IEnumerable<DocumentKey> StudentsOf(
        DocumentKey key,
        Tapped tapped,
        Turn turn,
        OtherDocuments others
    ) =>
        others.Class(key) is { } classroom && Teachers.MayAct(classroom, turn.Person, turn.Now)
            ? classroom
                .Students.Where(one =>
                    tapped.Verb == FamilyVerbs.OfClass || one.ObjectId == tapped.Data.Text("student")
                )
                .Select(one => classroom.KeyOf(one.ObjectId))
            : [];

    private static DocumentKey? Named(CardData data, Turn turn) =>
        DocumentKeys.NamedClass(data.Text("class"), turn.Person.TenantId);
}
