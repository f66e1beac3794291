using System.Globalization;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>One shared reflection, with how the goals stood, in the student's own words.</summary>
internal static class ReadCard
{
    public static Card Of(StudentWeek student, IReadOnlyList<Reflection> shared, int back, TeacherView view)
    {
        var voice = view.Voice;
        var reply = SentReplies.To(student, view.Week.Classroom.Key).FirstOrDefault();
        var sharing = view.Week.Sharing.ToList();
        var place = sharing.FindIndex(one => one.Member.ObjectId == student.Member.ObjectId);
        var next = place >= 0 && place + 1 < sharing.Count ? sharing[place + 1] : null;
        return view.Framed(
            view.Name(student),
            voice["Teach.Read"],
            [
                .. student.Need is { } need
                    ? [new TextBlock(view.Why(need)) { Color = "attention", Spacing = "small" }]
                    : Array.Empty<CardElement>(),
                .. back + 1 < shared.Count && shared[back + 1].Week.Next == shared[back].Week
                    ? Beside(shared[back], shared[back + 1], view)
                    : [Week(shared[back], view), .. Answers(shared[back], view)],
                .. Goals(student, shared[back], view),
                .. reply is null ? Array.Empty<CardElement>() : Answered(reply, view),
                new ActionSet([
                    view.Button(voice["Teach.Reply"], TeacherVerbs.Reply, student) with
                    {
                        Style = "positive",
                    },
                    .. next is null
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                voice.Say("Teach.NextOne", ("name", view.FirstName(next))),
                                TeacherVerbs.Read,
                                next
                            ),
                        ],
                    .. back + 1 < shared.Count
                        ?
                        [
                            view.Button(
                                voice["Teach.Earlier"],
                                TeacherVerbs.Read,
                                student,
                                ("page", (back + 1).ToString(CultureInfo.InvariantCulture))
                            ),
                        ]
                        : Array.Empty<CardAction>(),
                    .. back > 0
                        ?
                        [
                            view.Button(
                                voice["Teach.LaterOne"],
                                TeacherVerbs.Read,
                                student,
                                ("page", (back - 1).ToString(CultureInfo.InvariantCulture))
                            ),
                        ]
                        : Array.Empty<CardAction>(),
                    view.Button(voice["Teach.Over"], TeacherVerbs.Student, student),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
                new ActionSet([
                    view.Button(voice["Teach.Recognize"], CelebrationVerbs.To, student),
                    .. Work(student, view),
                ]),
            ]
        );
    }

    /// <summary>The ways to what the student checks against criteria, and to a word on it.</summary>
    public static IEnumerable<Execute> Work(StudentWeek student, TeacherView view) =>
        [
            .. Works.SeenIn(student.Person, view.Week.Classroom.Key).Count == 0
                ? Array.Empty<Execute>()
                : [view.Button(view.Voice["Teach.Feedback"], FeedbackVerbs.Form, student)],
            .. Works.GoalsSeenIn(student.Person, view.Week.Classroom.Key).Count == 0
            && Works.SeenIn(student.Person, view.Week.Classroom.Key).Count == 0
                ? Array.Empty<Execute>()
                : [view.Button(view.Voice["Teach.Criteria"], TaskVerbs.Student, student)],
        ];

    /// <summary>The week and mood, the answers, and the goals small.</summary>
    public static IEnumerable<CardElement> Words(StudentWeek student, Reflection reflection, TeacherView view) =>
        [Week(reflection, view), .. Answers(reflection, view), .. Goals(student, reflection, view)];

    public static IEnumerable<CardElement> Answers(Reflection reflection, TeacherView view)
    {
        foreach (var answer in reflection.Answers)
        {
            yield return TeacherView.Small(view.OfClass[$"Reflect.Ask.{answer.Question}"]);
            yield return new RichTextBlock(new TextRun($"“{answer.Text}”")) { Spacing = "none" };
        }
    }

    /// <summary>How a goal goes: as the student tapped it, else as its number says.</summary>
    public static string Going(GoalSnapshot goal, TeacherView view) =>
        goal is { Going: { } going, FromNumber: false }
            ? view.Voice[$"Teach.Going.{going}"]
            : view.Voice[$"Teach.Goal.{goal.Status}"];

    /// <summary>This week's words, and last week's beside them.</summary>
    private static IEnumerable<CardElement> Beside(Reflection now, Reflection before, TeacherView view) =>
        [
            new ColumnSet(
                new Column("1", [Week(now, view), .. Answers(now, view)]),
                new Column("1", [Week(before, view), .. Answers(before, view)])
            ),
        ];

    public static TextBlock Week(Reflection reflection, TeacherView view) =>
        TeacherView.Small(
            reflection.Mood is { } mood
                ? $"{view.WeekName(reflection.Week)} · {view.Voice.List("Reflect.Moods")[mood - 1]}"
                : view.WeekName(reflection.Week)
        );

    private static IEnumerable<CardElement> Goals(StudentWeek student, Reflection reflection, TeacherView view) =>
        reflection.Goals.Select(goal => new RichTextBlock(
            new TextRun($"{goal.Sentence} · {string.Join(" · ", Stands(goal, student, view))}")
            {
                Size = "small",
                IsSubtle = true,
            }
        )
        {
            Spacing = "small",
        });

    /// <summary>The last answer, and whether it was read.</summary>
    public static IEnumerable<CardElement> Answered(TeacherReply reply, TeacherView view)
    {
        var state = view.Voice[$"Teach.State.{SentReplies.StateOf(reply)}"];
        yield return new TextBlock(
            Markdown.Escape(
                reply.Teacher == view.Context.Turn.Key
                    ? view.Voice.Say("Teach.YouWrote", ("day", view.Day(reply.At)), ("state", state))
                    : view.Voice.Say(
                        "Teach.TheyWrote",
                        ("name", reply.TeacherName ?? view.Voice["FromTeacher.YourTeacher"]),
                        ("day", view.Day(reply.At)),
                        ("state", state)
                    )
            )
        )
        {
            Size = "small",
            IsSubtle = true,
            Spacing = "medium",
        };
        yield return new RichTextBlock(new TextRun($"“{reply.Text}”") { Italic = true, Size = "small" })
        {
            Spacing = "none",
        };
    }

    private static IEnumerable<string> Stands(GoalSnapshot goal, StudentWeek student, TeacherView view)
    {
        if (goal.Value is { } value)
            yield return Quantities.Say(value, student.Person?.FindGoal(goal.GoalId)?.Measure.Unit, view.Voice);
        yield return Going(goal, view);
    }
}
