using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// What a teacher asks for in words of their own: done with what there is, or declined with what there is. It is never
/// coached as a goal.
/// </summary>
internal static class TeacherTalk
{
    /// <summary>Names on one card; the class overview has them all.</summary>
    private const int Rows = 10;

    /// <summary>Teaches a class, and is a student in none.</summary>
    public static bool IsTeacher(Person person) =>
        person.Classes.Any(one => one.Role == MemberRole.Teacher)
        && person.Classes.All(one => one.Role == MemberRole.Teacher);

    /// <summary>The classes taught, and of their students those who are asked about.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Said said, Turn turn, OtherDocuments others) =>
        IsTeacher(person) && TeacherWantedReader.Read(said.Text) is { } wish && NeedsStudents(wish.Wish)
            ?
            [
                .. person.Classes.Select(one => one.Class),
                .. person.Classes.SelectMany(one =>
                    TeacherHandler.StudentsOf(one.Class, turn.Person, turn.Now, others)
                ),
            ]
            : [];

    /// <summary>Null where the words are no request of a teacher's.</summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context)
    {
        if (!IsTeacher(context.Person) || TeacherWantedReader.Read(context.Heard.Text) is not { } wish)
            return null;
        if (NeedsStudents(wish.Wish) && WhyNone(context) is { } why)
            return new(context.Person, new Say(context.Voice[why], context.Voice.List("Suggest.Teacher")));
        return wish.Wish switch
        {
            Wish.HowIs or Wish.Nudge => Named(wish, context),
            Wish.NotReflected => NotReflected(context),
            Wish.NudgeAll => NotReflected(context),
            Wish.SendPrompt => SendPrompt(context),
            Wish.MessageClass => Decline("Teach.Say.MessageClass", "Suggest.Teacher", context),
            Wish.SetUpClass or Wish.ChangeSchedule => Decline("Teach.Say.SetUp", "Suggest.SetUp", context),
            Wish.Report => Decline("Teach.Say.Report", "Suggest.Teacher", context),
            Wish.Attendance or Wish.GradesImport => Decline("Teach.Say.Import", "Suggest.Teacher", context),
            _ => Unknown(context),
        };
    }

    /// <summary>What nothing else understood: what teachers do here.</summary>
    public static TurnResult<Person> Unknown(TurnContext<Person> context) =>
        Decline("Teach.Say.Unknown", "Suggest.Teacher", context);

    private static bool NeedsStudents(Wish wish) =>
        wish is Wish.HowIs or Wish.Nudge or Wish.NotReflected or Wish.NudgeAll or Wish.SendPrompt;

    /// <summary>About one student: the only one whose name it fits; of several it is asked which.</summary>
    private static TurnResult<Person> Named(WishReading wish, TurnContext<Person> context)
    {
        var asked = PeopleNames.Words(wish.Named ?? string.Empty);
        var found = Views(context)
            .SelectMany(view => view.Week.Students.Select(student => (view, student)))
            .Where(one => asked.Length > 0 && PeopleNames.Fits(asked, PeopleNames.Words(one.view.Name(one.student))))
            .ToList();
        return found switch
        {
            [] => Decline("Teach.Say.NoStudent", "Suggest.Teacher", context),
            [var (view, student)] => wish.Wish == Wish.Nudge
                ? Spoken(NudgeHandler.Nudge(student, view))
                : ReadingHandler.OverTime(student, view),
            _ => new(context.Person, Listed(found, wish.Wish, context)),
        };
    }

    private static TurnResult<Person> NotReflected(TurnContext<Person> context)
    {
        var views = Views(context).ToList();
        var missing = views
            .SelectMany(view => view.Week.Missing.Select(student => (view, student)))
            .OrderBy(one => one.student.Name, StringComparer.CurrentCulture)
            .ToList();
        return missing.Count == 0 ? Decline("Teach.Say.AllReflected", "Suggest.Teacher", context)
            : views is [var only] ? TeacherHandler.Missing(only, 0)
            : new(context.Person, Listed(missing, Wish.Nudge, context));
    }

    /// <summary>The week's question before its time: of the one class, or of the one they choose.</summary>
    private static TurnResult<Person> SendPrompt(TurnContext<Person> context) =>
        Views(context).ToList() is [var only]
            ? TeacherHandler.AskPrompt(only)
            : new(
                context.Person,
                new Show(
                    DigestCard.Choose(context.Person.Classes, TeacherVerbs.AskPrompt, context.Voice),
                    context.Voice["Teach.Which"]
                )
            );

    private static Show Listed(
        List<(TeacherView View, StudentWeek Student)> students,
        Wish wish,
        TurnContext<Person> context
    )
    {
        var first = students[0].View;
        var several = students.Select(one => one.View.ClassName).Distinct(StringComparer.Ordinal).Count() > 1;
        var (label, verb) =
            wish == Wish.Nudge
                ? (context.Voice["Teach.Nudge"], TeacherVerbs.Nudge)
                : (context.Voice["Teach.Over"], TeacherVerbs.Student);
        var title = context.Voice.Say("Teach.Say.Students", ("n", students.Count));
        return new(
            first.Framed(
                title,
                title,
                [
                    .. students
                        .Take(Rows)
                        .Select(one =>
                            TeacherView.Row(
                                one.View.Name(one.Student),
                                several ? one.View.ClassName : null,
                                one.View.Button(label, verb, one.Student)
                            )
                        ),
                    .. students.Count > Rows
                        ? [new TextBlock(context.Voice.Say("Teach.AndMore", ("n", students.Count - Rows)))]
                        : Array.Empty<CardElement>(),
                ]
            ),
            title
        );
    }

    /// <summary>Why nothing may be shown of any class: an answer of none would not be true.</summary>
    private static string? WhyNone(TurnContext<Person> context)
    {
        var reasons = context
            .Person.Classes.Select(one =>
                TeacherHandler.WhyNot(context.Others.Class(one.Class), context.Turn.Person, context.Now)
            )
            .ToList();
        return reasons.TrueForAll(why => why is not null) ? reasons[0] : null;
    }

    private static IEnumerable<TeacherView> Views(TurnContext<Person> context) =>
        context
            .Person.Classes.Select(one => context.Others.Class(one.Class))
            .OfType<Classroom>()
            .Where(classroom => TeacherHandler.WhyNot(classroom, context.Turn.Person, context.Now) is null)
            .Select(classroom => TeacherHandler.View(classroom, context));

    /// <summary>What a card answers with a short notice is said where nothing was tapped.</summary>
    private static TurnResult<Person> Spoken(TurnResult<Person> result) =>
        result with
        {
            Replies = [.. result.Replies.Select(reply => reply is Notice notice ? new Say(notice.Text) : reply)],
        };

    private static TurnResult<Person> Decline(string key, string suggestions, TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice[key], context.Voice.List(suggestions)));
}
