using System.Globalization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// Everything a teacher taps or asks for in the private chat. Each time it is decided afresh, by the class's own
/// document, that they teach it and that
/// the student is in it; the students' documents are read, never copied.
/// </summary>
internal static class TeacherHandler
{
    /// <summary>The class first and, where this person teaches it, then its students.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        turn.Input switch
        {
            Tapped tapped when TeacherVerbs.IsTeachers(tapped.Verb) => Named(tapped.Data, turn) is { } key
                ?
                [
                    key,
                    .. StudentsOf(key, turn.Person, turn.Now, others),
                    .. InsightSharing.Needs(person, tapped, turn.Person, others),
                ]
                : [],
            Said said when Asks(said) && OnlyClass(person) is { } only =>
            [
                only,
                .. StudentsOf(only, turn.Person, turn.Now, others),
            ],
            Said said => TeacherTalk.Needs(person, said, turn, others),
            Received { Message: HelpAsked asked } => [asked.Class],
            Received { Message: StudentAnswered } => [.. WroteBackHandler.Needs(person, turn, others)],
            Rang =>
            [
                .. DigestHandler.Needs(person, turn, others),
                .. HelpHandler.Needs(person, turn, others),
                .. WroteBackHandler.Needs(person, turn, others),
            ],
            _ => [],
        };

    /// <summary>The students of a class, once its document was read and says that this person teaches it.</summary>
    public static IEnumerable<DocumentKey> StudentsOf(
        DocumentKey key,
        PersonId teacher,
        DateTimeOffset now,
        OtherDocuments others
    ) =>
        others.Class(key) is { } classroom && WhyNot(classroom, teacher, now) is null
            ? classroom.Students.Select(member => classroom.KeyOf(member.ObjectId))
            : [];

    /// <summary>Why this person sees nothing of the class, as the key of a text; null when they teach it.</summary>
    public static string? WhyNot(Classroom? classroom, PersonId person, DateTimeOffset now) =>
        classroom switch
        {
            null or { IsActive: false } => "Class.NotHere",
            _ when classroom.Find(person) is null => "Class.TeachersOnly",
            _ when Teachers.MayAct(classroom, person, now) => null,
            _ when Teachers.Teaches(classroom, person) => "Class.NotChecked",
            { OwnersFault: { } fault } => $"Class.Owners.{fault}",
            { LockedAt: not null } when classroom.Find(person) is { Role: not MemberRole.Student } => "Class.Locked",
            _ => "Class.TeachersOnly",
        };

    /// <summary>Whether it is only not known now that they teach: what is for them waits.</summary>
    public static bool Waits(string? why) =>
        why is "Class.NotChecked" or "Class.Locked" or "Class.Owners.NoAnswer" or "Class.Owners.NotAllowed";

    /// <summary>What a teacher asked for in words: of the one class they teach, or of the one they choose.</summary>
    public static TurnResult<Person> Asked(Command command, TurnContext<Person> context)
    {
        var verb = command switch
        {
            Command.NeedsReply => TeacherVerbs.List,
            Command.DeliveryReport => TeacherVerbs.Delivery,
            Command.Insight => InsightVerbs.Open,
            _ => TeacherVerbs.Class,
        };
        var taught = Taught(context.Person).ToList();
        return taught switch
        {
            [] => new(context.Person, new Say(context.Voice["Teach.NoClass"], context.Voice.List("Suggest.Home"))),
            [var only] => WhyNot(context.Others.Class(only), context.Turn.Person, context.Now) is { } why
                ? new(context.Person, new Say(context.Voice[why]))
                : Open(verb, CardData.Empty, context.Others.Class(only)!, context),
            _ => new(
                context.Person,
                new Show(
                    DigestCard.Choose(
                        context.Person.Classes.Where(one => taught.Contains(one.Class)),
                        verb,
                        context.Voice
                    ),
                    context.Voice["Teach.Which"]
                )
            ),
        };
    }

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context) =>
        Named(tapped.Data, context.Turn) is not { } key ? new(context.Person, new Notice(context.Voice["Tap.Gone"]))
        : WhyNot(context.Others.Class(key), context.Turn.Person, context.Now) is { } why
            ? new(context.Person, new Notice(context.Voice[why]))
        : Open(tapped.Verb, tapped.Data, context.Others.Class(key)!, context);

    /// <summary>The week a teacher is shown: that of the last prompt, or the one we are in before the first.</summary>
    public static IsoWeek WeekOf(Classroom classroom, DateTimeOffset now)
    {
        var schedule = classroom.Settings?.Schedule;
        var today = LocalTime.Day(now, schedule?.Zone);
        return schedule
                ?.From(schedule.Start)
                .TakeWhile(one => one.At <= now)
                .LastOrDefault(one => schedule.Closed(one.Date) is null)
                ?.Week
            ?? IsoWeek.Of(today);
    }

    /// <summary>The class as a teacher is shown it now: a question that was sent early begins its week.</summary>
    public static TeacherView View(Classroom classroom, TurnContext<Person> context)
    {
        var early = classroom
            .Students.Select(member => context.Others.Person(classroom.KeyOf(member.ObjectId)))
            .SelectMany(person => person?.Classes.Where(one => one.Class == classroom.Key) ?? [])
            .Select(one => one.LastPrompt?.Week)
            .Where(week => week <= IsoWeek.Of(LocalTime.Day(context.Now, classroom.Settings?.Schedule.Zone)))
            .Max();
        var planned = WeekOf(classroom, context.Now);
        return new(Week(classroom, early > planned ? early.Value : planned, context), context);
    }

    public static TurnResult<Person> Missing(TeacherView view, int page) =>
        new(view.Context.Person, view.Context.Here(MissingCard.Of(view, page), MissingCard.Title(view)));

    public static TurnResult<Person> AskPrompt(TeacherView view) =>
        new(
            view.Context.Person,
            view.Context.Here(PromptCard.Of(view), view.Voice.Say("Teach.Prompt.Title", ("class", view.ClassName)))
        );

    /// <summary>A week as the teacher whose turn it is may see it.</summary>
    public static ClassWeek Week(Classroom classroom, IsoWeek week, TurnContext<Person> context) =>
        ClassWeek.Of(
            classroom,
            week,
            context.Now,
            member => context.Others.Person(classroom.KeyOf(member.ObjectId)),
            context.Turn.Key
        );

    private static TurnResult<Person> Open(string verb, CardData data, Classroom classroom, TurnContext<Person> context)
    {
        var view = View(classroom, context);
        var week = view.Week;
        var student = week.Students.FirstOrDefault(one => one.Member.ObjectId == data.Text("student"));
        return (verb, student) switch
        {
            (TeacherVerbs.Class, _) => new(context.Person, context.Here(DigestCard.Of(view), DigestCard.Title(view))),
            (TeacherVerbs.List, _) => new(
                context.Person,
                context.Here(WaitingCard.Of(view, Page(data)), context.Voice["Teach.Waiting"])
            ),
            (TeacherVerbs.Read, null) when data.Text("student") is null => ReadingHandler.First(view),
            (TeacherVerbs.Read, { } one) => ReadingHandler.Read(one, Page(data), view),
            (TeacherVerbs.Reply, { } one) => ReplyHandler.Form(one, view),
            (TeacherVerbs.Send, { } one) => ReplyHandler.Send(one, data, view),
            (FeedbackVerbs.Form, { } one) => FeedbackHandler.Form(one, data, view),
            (FeedbackVerbs.Send, { } one) => FeedbackHandler.Send(one, data, view),
            (TeacherVerbs.Nudge, { } one) => NudgeHandler.Nudge(one, view),
            (TeacherVerbs.NudgeAll, _) => NudgeHandler.NudgeAll(view),
            (TeacherVerbs.Missing, _) => Missing(view, Page(data)),
            (TeacherVerbs.Student, { } one) => ReadingHandler.OverTime(one, view),
            (TeacherVerbs.AskPrompt, _) => AskPrompt(view),
            (TeacherVerbs.SendPrompt, _) => PromptSending.Send(view),
            (TeacherVerbs.Delivery, _) => DeliveryHandler.Report(data.Text("week"), view),
            (InsightVerbs.Open, _) => InsightHandler.Show(data, view),
            (InsightVerbs.Keep, _) => InsightHandler.Keep(data, view),
            (InsightVerbs.ShareWith, _) => InsightSharing.Ask(data, view),
            (InsightVerbs.Share, _) => InsightSharing.Send(data, view),
            (InsightVerbs.Review, _) => ReviewHandler.Keep(data, view),
            (TeacherVerbs.Handled, { } one) => ReplyHandler.Handled(one, view),
            _ => new(context.Person, new Notice(context.Voice["Teach.NotFound"])),
        };
    }

    /// <summary>Whether a teacher's view is asked for in words.</summary>
    public static bool Asks(Said said) =>
        said.Command is Command.MyClass or Command.NeedsReply or Command.DeliveryReport or Command.Insight;

    /// <summary>
    /// The one class this person teaches: what is asked for in words is about it. Null when there are none or several.
    /// </summary>
    public static DocumentKey? OnlyClass(Person person) => Taught(person).ToList() is [var only] ? only : null;

    private static IEnumerable<DocumentKey> Taught(Person person) =>
        person.Classes.Where(one => one.Role == MemberRole.Teacher).Select(one => one.Class);

    private static DocumentKey? Named(CardData data, Turn turn) =>
        DocumentKeys.NamedClass(data.Text("class"), turn.Person.TenantId);

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
