using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Classes;

/// <summary>
/// "I'm a teacher", said by somebody the class took for a student: they are asked and counted no more, and a teacher of
/// the class says whether it is so. Until then they see nothing.
/// </summary>
internal static class ClaimHandler
{
    /// <summary>In the private chat of who says so.</summary>
    public static TurnResult<Person> Said(TurnContext<Person> context)
    {
        var (classes, voice) = (context.Person.Classes, context.Voice);
        var learning = classes.Where(one => one.Role == MemberRole.Student).ToList();
        return learning switch
        {
            [var only] => Claim(only, context),
            [] => new(
                context.Person,
                new Say(
                    voice[
                        classes.Any(one => one.Role == MemberRole.Unconfirmed) ? "Class.Claim.Waits"
                        : classes.Count > 0 ? "Class.Claim.Known"
                        : "Class.Claim.NoClass"
                    ],
                    classes.Count > 0 ? voice.List("Suggest.Teacher") : []
                )
            ),
            _ => new(context.Person, new Show(Choose(learning, voice), voice["Class.Claim.Which"])),
        };
    }

    /// <summary>A button that names the class; the welcome's, which comes before there is one, names none.</summary>
    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context) =>
        tapped.Data.Text("class") is not { } named ? Said(context)
        : context.Person.Classes.FirstOrDefault(one => one.Role == MemberRole.Student && one.Class.Partition == named)
            is { } membership
            ? Claim(membership, context)
        : new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    /// <summary>The class hears of it: its teachers are asked.</summary>
    public static TurnResult<Classroom> Claimed(TeacherClaimed claimed, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return classroom.Find(claimed.By) is not { Role: MemberRole.Student, IsRefused: false } member
            ? new(classroom)
            : new(
                Teachers.Claim(classroom, member, context.Now),
                [.. Teachers.Reading(classroom).Select(teacher => Asking(teacher, member, context)).OfType<Elsewhere>()]
            );
    }

    /// <summary>What a teacher tapped, once more decided by the class.</summary>
    public static TurnResult<Classroom> Answered(ClaimAnswered answered, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (
            !Teachers.Teaches(classroom, answered.By)
            || classroom.Find(answered.Person) is not { Role: MemberRole.Unconfirmed } member
        )
        {
            return new(classroom);
        }

        var person = context.Others.Person(classroom.KeyOf(member.ObjectId));
        var voice = person is null ? context.Voice : VoiceOf.Person(person);
        var text = voice.Say(
            answered.Teaches ? "Class.Claim.Yes" : "Class.Claim.No",
            ("class", classroom.Name ?? voice["Class.NoName"])
        );
        return new(
            Teachers.Answer(classroom, member, answered.Teaches, context.Now),
            classroom.WhereToTell(member.ObjectId, person) is { } chat
                ? [new Elsewhere(chat, new Say(text), OutboxPolicy.Post)]
                : []
        );
    }

    /// <summary>Whose documents say where they are reached, and in which language.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Classroom classroom, Turn turn) =>
        turn.Input switch
        {
            Received { Message: TeacherClaimed } =>
            [
                .. Teachers.Reading(classroom).Select(teacher => classroom.KeyOf(teacher.ObjectId)),
            ],
            Received { Message: ClaimAnswered answered } => [classroom.KeyOf(answered.Person)],
            _ => [],
        };

    /// <summary>In a teacher's private chat.</summary>
    public static TurnResult<Person> Answer(Tapped tapped, Classroom classroom, TurnContext<Person> context)
    {
        var (voice, teaches) = (context.Voice, tapped.Verb == ClassVerbs.Confirm);
        if (
            tapped.Data.Text("person") is not { } id
            || classroom.Find(id) is not { Role: MemberRole.Unconfirmed } member
        )
        {
            return new(context.Person, new Notice(voice["Class.Claim.Done"]));
        }

        var text = voice.Say(
            teaches ? "Class.Claim.Confirmed" : "Class.Claim.Denied",
            ("name", member.Name ?? voice["Class.Somebody"])
        );
        return new(
            context.Person,
            new Replace(CardParts.Framed(text, [CardParts.Heading(Markdown.Escape(text))], voice.Culture), text)
        )
        {
            Messages = [new(classroom.Key, new ClaimAnswered(context.Turn.Person, member.ObjectId, teaches))],
        };
    }

    private static TurnResult<Person> Claim(Membership membership, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var classroom = context.Others.Class(membership.Class);
        if (classroom?.Find(person.Id) is { IsRefused: true })
            return new(person, new Say(voice.Say("Class.Claim.Refused", ("class", membership.ClassName))));
        var names = classroom is null ? [] : Teachers.Reading(classroom).Select(teacher => teacher.Name).ToList();
        var next = person with
        {
            Classes =
            [
                .. person.Classes.Select(one =>
                    one == membership ? one with { Role = MemberRole.Unconfirmed, LookAt = null } : one
                ),
            ],
            Reflecting = person.Reflecting?.Class == membership.Class ? null : person.Reflecting,
        };
        return new(
            next,
            new Say(
                voice.Say(
                    names.Count > 0 ? "Class.Claim.Asked" : "Class.Claim.Nobody",
                    ("class", membership.ClassName),
                    ("names", string.Join(", ", names.OfType<string>()))
                )
            )
        )
        {
            Messages = [new(membership.Class, new TeacherClaimed(person.Id))],
        };
    }

    private static Elsewhere? Asking(Member teacher, Member claims, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        var person = context.Others.Person(classroom.KeyOf(teacher.ObjectId));
        var voice = person is null ? context.Voice : VoiceOf.Person(person);
        return classroom.WhereToTell(teacher.ObjectId, person) is { } chat
            ? new(chat, new Show(Question(classroom, claims, voice), voice["Class.Claim.Title"]), OutboxPolicy.Post)
            : null;
    }

    public static Card Question(Classroom classroom, Member claims, Voice voice)
    {
        (string, string)[] data = [("class", classroom.Key.Partition), ("person", claims.ObjectId)];
        return CardParts.Framed(
            voice["Class.Claim.Title"],
            [
                CardParts.Heading(voice["Class.Claim.Title"]),
                new TextBlock(
                    Markdown.Escape(
                        voice.Say(
                            "Class.Claim.Text",
                            ("name", claims.Name ?? voice["Class.Somebody"]),
                            ("class", classroom.Name ?? voice["Class.NoName"])
                        )
                    )
                ),
                new ActionSet(
                    new Execute(voice["Class.Claim.Confirm"], ClassVerbs.Confirm, data),
                    new Execute(voice["Class.Claim.Deny"], ClassVerbs.Deny, data)
                ),
            ],
            voice.Culture
        );
    }

    private static Card Choose(IEnumerable<Membership> classes, Voice voice) =>
        CardParts.Framed(
            voice["Class.Claim.Which"],
            [
                CardParts.Heading(voice["Class.Claim.Which"]),
                .. classes
                    .Chunk(6)
                    .Select(some => new ActionSet([
                        .. some.Select(one => new Execute(
                            one.ClassName,
                            ClassVerbs.Claim,
                            ("class", one.Class.Partition)
                        )),
                    ])),
            ],
            voice.Culture
        );
}
