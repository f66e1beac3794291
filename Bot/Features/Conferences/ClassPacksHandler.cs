using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>
/// For a teacher: who of the class is ready, the day of the conferences, and a link under which every pack that
/// is ready can be printed. That somebody's pack was read is noted when it is.
/// </summary>
internal sealed class ClassPacksHandler(SchoolOptions school)
{
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        turn.Input switch
        {
            Tapped { Verb: ConferencesVerbs.List or ConferencesVerbs.Day or ConferencesVerbs.Print } tapped =>
                TaughtClass.Named(tapped.Data, turn) is { } key ? TaughtClass.WithStudents(key, turn, others) : [],
            Said said when IsAsked(said) && IsTeachers(person) && TaughtClass.Of(person) is [var only] =>
                TaughtClass.WithStudents(only.Class, turn, others),
            _ => [],
        };

    /// <summary>Who teaches, and leads no conference of their own.</summary>
    public static bool IsTeachers(Person person) =>
        TaughtClass.Of(person).Count > 0 && person.Classes.All(one => one.Role == MemberRole.Teacher);

    /// <summary>The class; of several they choose.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context) =>
        TaughtClass.Of(context.Person) is [var only]
            ? TaughtClass.WhyNot(context.Others.Class(only.Class), context.Turn) is { } why
                ? new(context.Person, new Say(context.Voice[why]))
                : Listed(context.Others.Class(only.Class)!, context, null)
            : new(
                context.Person,
                new Show(
                    WhichClass.Of(TaughtClass.Of(context.Person), ConferencesVerbs.List, context.Voice),
                    context.Voice["Teach.Which"]
                )
            );

    public TurnResult<Person>? Tap(Tapped tapped, TurnContext<Person> context)
    {
        var classroom = TaughtClass.Named(tapped.Data, context.Turn) is { } key ? context.Others.Class(key) : null;
        if (TaughtClass.WhyNot(classroom, context.Turn) is { } why)
            return new(context.Person, new Notice(context.Voice[why]));
        return tapped.Verb switch
        {
            ConferencesVerbs.Day => SetDay(classroom!, tapped.Data, context),
            ConferencesVerbs.Print => Print(classroom!, context),
            _ => Listed(classroom!, context, null),
        };
    }

    private static TurnResult<Person> SetDay(Classroom classroom, CardData data, TurnContext<Person> context)
    {
        var on = data.Day("on");
        if (data.Has("on") && data.Text("on") is not null && on is null)
            return Listed(classroom, context, "Conference.WrongDay");
        return Listed(
            classroom with
            {
                ConferenceOn = on,
            },
            context,
            on is null ? "Teach.Conference.NoDay" : "Teach.Conference.DaySet"
        ) with
        {
            Messages = [new(classroom.Key, new ConferenceDaySet(context.Turn.Person, on))],
        };
    }

    private TurnResult<Person> Print(Classroom classroom, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (!ClassPacks.Of(classroom, context.Others.Person).Any(one => one.IsReady))
            return Listed(classroom, context, "Teach.Conference.NoneReady");
        if (school.Address.Length == 0)
            return Listed(classroom, context, "Teach.Conference.OnPage");
        var (link, token) = PrintLink.New(
            context.Person.Id,
            PrintKind.ClassConferences,
            context.Turn.Seed,
            context.Now
        );
        return new(
            context.Person with
            {
                Print = link with { Class = classroom.Key },
            },
            context.Here(
                PackCards.Link($"{school.Address.TrimEnd('/')}{PackHandler.Path}/{token}", isClass: true, voice),
                voice["Conference.Print"]
            )
        )
        {
            Archive = [PrintAudit.Entry(PrintKind.ClassConferences, classroom.Key, context.Turn)],
        };
    }

    private static TurnResult<Person> Listed(Classroom classroom, TurnContext<Person> context, string? note) =>
        new(
            context.Person,
            context.Here(ClassPacksCard.Of(classroom, note, context), ClassPacksCard.Title(classroom, context.Voice))
        );

    private static bool IsAsked(Said said) =>
        said.Command == Command.Conference || TeacherWantedReader.IsConference(said.Text);
}
