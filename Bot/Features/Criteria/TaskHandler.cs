using System.Globalization;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>
/// A teacher's success criteria: of tasks, and of goals of their students. Each time it is decided afresh, by the
/// class's own document, that they teach it; the students' documents are read, never copied.
/// </summary>
internal static class TaskHandler
{
    /// <summary>Of a word on criteria that are declined, in characters (UTF-16).</summary>
    public const int LongestWhy = 300;

    public static IReadOnlyCollection<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        turn.Input switch
        {
            Tapped tapped when tapped.Verb.StartsWith("tasks.", StringComparison.Ordinal) => TaughtClass.Named(
                tapped.Data,
                turn
            )
                is { } key
                ? TaughtClass.WithStudents(key, turn, others)
                : [],
            Said { Command: Command.Criteria } when TaughtClass.Of(person) is [var only] => TaughtClass.WithStudents(
                only.Class,
                turn,
                others
            ),
            Received { Message: TasksTold told } => [told.Class],
            _ => [],
        };

    /// <summary>A teacher's tasks, or what a student checks; of several classes they choose.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context) =>
        TaughtClass.Of(context.Person) switch
        {
            [] => SelfCheckHandler.Mine(context),
            [var only] => TaughtClass.WhyNot(context.Others.Class(only.Class), context.Turn) is { } why
                ? new(context.Person, new Say(context.Voice[why]))
                : List(new(context.Others.Class(only.Class)!, context), null),
            var several => new(
                context.Person,
                new Show(WhichClass.Of(several, TaskVerbs.List, context.Voice), context.Voice["Teach.Which"])
            ),
        };

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context)
    {
        var classroom = TaughtClass.Named(tapped.Data, context.Turn) is { } key ? context.Others.Class(key) : null;
        if (TaughtClass.WhyNot(classroom, context.Turn) is { } why)
            return new(context.Person, new Notice(context.Voice[why]));
        var (view, data) = (new TaughtView(classroom!, context), tapped.Data);
        var task = ClassTasks.Find(classroom!, data.Text("task"));
        var student = classroom!.Students.FirstOrDefault(one => one.ObjectId == data.Text("student"));
        var seen = student is null
            ? null
            : Works
                .GoalsSeenIn(view.Person(student), classroom.Key)
                .FirstOrDefault(one => one.Goal.Id == data.Text("goal"));
        return (tapped.Verb, task, student, seen) switch
        {
            (TaskVerbs.List, _, _, _) => List(view, null),
            (TaskVerbs.Set, _, _, _) => Set(data, task, view),
            (TaskVerbs.New, var one, _, _) when one is not null || !data.Has("task") => Form(
                one is null ? TaskForm.Empty : TaskForm.Of(one),
                view
            ),
            (TaskVerbs.Open, { } one, _, _) => Shown(TaskCard.Of(one, Page(data), view), one.Name, view),
            (TaskVerbs.Decide, { } one, _, _) => Decide(one, data, view),
            (TaskVerbs.New or TaskVerbs.Open or TaskVerbs.Decide, null, _, _) => Told("Teach.Tasks.Gone", view),
            (TaskVerbs.Goals, _, _, _) => Shown(TaskCards.Students(view), view.Voice["Teach.Tasks.OneGoal"], view),
            (_, _, null, _) => Told("Teach.Tasks.NoStudent", view),
            (TaskVerbs.Student, _, { } who, _) => Student(who, data, view),
            (_, _, _, null) => Told("Teach.Tasks.NoGoal", view),
            (TaskVerbs.ForGoal, _, { } who, { } goal) => Read(
                StudentWorkCards.Form(who, goal, null, null, view),
                who,
                goal.Goal.Id,
                view
            ),
            (TaskVerbs.Give, _, { } who, { } goal) => Give(who, goal, data, view),
            (TaskVerbs.Decline, _, { } who, { } goal) => Decline(who, goal, data, view),
            _ => Told("Teach.Tasks.Gone", view),
        };
    }

    private static TurnResult<Person> List(TaughtView view, string? note) =>
        Shown(TaskCards.List(view, note), note ?? TaskCards.Title(view), view);

    private static TurnResult<Person> Form(TaskForm form, TaughtView view) =>
        form.Task is null && !HasRoom(view)
            ? List(view, null)
            : Shown(TaskCards.Form(form, view), view.Voice["Teach.Tasks.New"], view);

    private static bool HasRoom(TaughtView view) =>
        view.Classroom.Settings is not null && ClassTasks.HasRoom(view.Classroom);

    private static TurnResult<Person> Set(CardData data, ClassTask? known, TaughtView view)
    {
        if (known is null && data.Has("task"))
            return Told("Teach.Tasks.Gone", view);
        if (known is { ClosedAt: not null })
            return Shown(TaskCard.Of(known, 0, view), known.Name, view);
        var (context, form) = (view.Context, TaskForm.Read(data, view.Voice));
        if (form.Wrong is not null || (known is null && !HasRoom(view)))
            return Form(form, view);
        var task = new ClassTask(
            known?.Id ?? context.Turn.NewId(),
            form.Name,
            SuccessCriteria.Of(
                CriteriaList.Read(form.Criteria).Sentences,
                known?.Criteria ?? [],
                i => context.Turn.NewId(0x10 + i)
            ),
            known?.OpenedAt ?? context.Now
        );
        var set = view with { Classroom = ClassTasks.Set(view.Classroom, task) };
        var said = view.Voice.Say(known is null ? "Teach.Tasks.Started" : "Teach.Tasks.Changed", ("task", task.Name));
        return List(set, said) with { Messages = [new(view.Classroom.Key, new TaskSet(context.Turn.Person, task))] };
    }

    /// <summary>Asks whether it is meant, then has the class do it.</summary>
    private static TurnResult<Person> Decide(ClassTask task, CardData data, TaughtView view)
    {
        if (
            !Enum.TryParse<TaskAct>(data.Text("act"), out var act)
            || !Enum.IsDefined(act)
            || (act == TaskAct.Close && task.ClosedAt is not null)
        )
        {
            return Shown(TaskCard.Of(task, 0, view), task.Name, view);
        }

        if (!data.Has("sure"))
            return Shown(TaskCards.Sure(task, act, view), task.Name, view);
        var context = view.Context;
        var decided = view with { Classroom = ClassTasks.Decided(view.Classroom, task.Id, act, context.Now) };
        return List(decided, view.Voice.Say($"Teach.Tasks.Done.{act}", ("task", task.Name))) with
        {
            Messages = [new(view.Classroom.Key, new TaskDecided(context.Turn.Person, task.Id, act))],
        };
    }

    private static TurnResult<Person> Student(Member student, CardData data, TaughtView view) =>
        data.Text("work") is not { } id
            ? Read(StudentWorkCards.All(student, null, view), student, TargetsAudit.All, view)
        : Works.SeenIn(view.Person(student), view.Classroom.Key).FirstOrDefault(one => one.Id == id) is { } work
            ? Read(StudentWorkCards.One(student, work, view), student, work.Id, view)
        : Told("Teach.Tasks.NotYet", view);

    private static TurnResult<Person> Give(Member student, SeenGoal seen, CardData data, TaughtView view)
    {
        var typed = data.Text("criteria") ?? string.Empty;
        var list = CriteriaList.Read(typed);
        if (list.Wrong(view.Voice) is { } wrong)
            return Read(StudentWorkCards.Form(student, seen, typed, wrong, view), student, seen.Goal.Id, view);
        var criteria = seen.Goal.Criteria;
        var given = SuccessCriteria.Of(
            list.Sentences,
            [.. criteria?.List ?? [], .. criteria?.Proposed?.List ?? []],
            i => view.Context.Turn.NewId(0x10 + i)
        );
        var said = view.Voice.Say("Teach.Tasks.Given", ("name", view.Name(student)));
        return List(view, said) with
        {
            Messages =
            [
                new(view.Classroom.KeyOf(student.ObjectId), new CriteriaGiven(view.Classroom.Key, seen.Goal.Id, given)),
            ],
        };
    }

    /// <summary>Not these: the student is told in their own language, as by any answer of a teacher.</summary>
    private static TurnResult<Person> Decline(Member student, SeenGoal seen, CardData data, TaughtView view)
    {
        var (context, why, person) = (view.Context, data.Text("why"), view.Person(student));
        if (why?.Length > LongestWhy)
        {
            return Read(
                StudentWorkCards.Form(
                    student,
                    seen,
                    data.Text("criteria"),
                    view.Voice.Say("Criteria.TooLong", ("max", LongestWhy)),
                    view
                ),
                student,
                seen.Goal.Id,
                view
            );
        }

        var theirs = person is null ? view.Voice : VoiceOf.Person(person);
        var text =
            theirs.Say("Criteria.Declined", ("goal", GoalCards.InBrief(seen.Sentence, 100)))
            + " "
            + (why ?? theirs["Criteria.Declined.Talk"]);
        var (to, key) = (view.Classroom.KeyOf(student.ObjectId), view.Classroom.Key);
        return List(view, view.Voice.Say("Teach.Tasks.Declined", ("name", view.Name(student)))) with
        {
            Messages =
            [
                new(to, new CriteriaDeclined(key, seen.Goal.Id)),
                new(
                    to,
                    new TeacherReplied(context.Turn.NewId(), key, context.Turn.Key, context.Person.Name, text)
                    {
                        IsBeside = true,
                    }
                ),
            ],
        };
    }

    private static TurnResult<Person> Told(string key, TaughtView view) =>
        new(view.Context.Person, new Notice(view.Voice[key]));

    private static TurnResult<Person> Shown(Cards.Card card, string title, TaughtView view) =>
        new(view.Context.Person, view.Context.Here(card, title));

    /// <summary>Reading what a student wrote leaves a line with the class.</summary>
    private static TurnResult<Person> Read(Cards.Card card, Member student, string work, TaughtView view) =>
        Shown(card, view.Name(student), view) with
        {
            Archive = view.Person(student) is null
                ? []
                : [TargetsAudit.Entry(student.ObjectId, work, view.Classroom.Key, view.Context.Turn)],
        };

    private static int Page(CardData data) =>
        int.TryParse(data.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
