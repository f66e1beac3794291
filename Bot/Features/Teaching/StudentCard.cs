using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>
/// One student over time, as far as they shared it: why they wait, their goals week by week, the last words, and what
/// this teacher wrote to them.
/// </summary>
internal static class StudentCard
{
    private const int Replies = 3;
    private const int Goals = 3;
    private const int Weeks = 6;

    /// <param name="shared">What they shared, newest first.</param>
    public static Card Of(StudentWeek student, IReadOnlyList<Reflection> shared, TeacherView view)
    {
        var (voice, title) = (view.Voice, view.Name(student));
        var state = State(student, shared, view);
        return view.Framed(
            title,
            $"{title}. {state}",
            [
                .. student.Need is { } need
                    ? [new TextBlock(view.Why(need)) { Color = "attention", Spacing = "small" }]
                    : Array.Empty<CardElement>(),
                new TextBlock(Markdown.Escape(state)) { Spacing = "small" },
                .. shared is [var last, ..]
                    ? [ReadCard.Week(last, view), .. ReadCard.Answers(last, view)]
                    : Array.Empty<CardElement>(),
                .. Moods(shared, view),
                .. Curves(student, shared, view),
                .. Written(student, view),
                new ActionSet([
                    view.Button(voice["Teach.Reply"], TeacherVerbs.Reply, student) with
                    {
                        Style = "positive",
                    },
                    .. shared.Count == 0
                        ? Array.Empty<CardAction>()
                        : [view.Button(voice["Teach.Read"], TeacherVerbs.Read, student)],
                    .. student.HasReflected
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                voice["Teach.Nudge"],
                                TeacherVerbs.Nudge,
                                student,
                                ("token", view.Context.Turn.NewId(0xA0))
                            ),
                        ],
                    .. ReadCard.Work(student, view),
                    view.Button(voice["Teach.Back"], TeacherVerbs.Class),
                ]),
            ]
        );
    }

    private static string State(StudentWeek student, IReadOnlyList<Reflection> shared, TeacherView view) =>
        student.Shared is not null ? view.Voice["Teach.Say.Shared"]
        : student.HasReflected ? view.Voice.Say("Teach.Say.ReflectedAlone", ("name", view.FirstName(student)))
        : shared.Count > 0
            ? view.Voice.Say(
                "Teach.Say.NotThisWeek",
                ("name", view.FirstName(student)),
                ("week", view.WeekName(shared[0].Week))
            )
        : view.Voice.Say("Teach.Say.NotYet", ("name", view.FirstName(student)));

    /// <summary>The faces of the weeks, oldest first.</summary>
    private static IEnumerable<CardElement> Moods(IReadOnlyList<Reflection> shared, TeacherView view)
    {
        var moods = shared.Take(Weeks).Reverse().Select(one => one.Mood).OfType<int>().ToList();
        if (moods.Count < 2)
            yield break;
        var names = view.Voice.List("Reflect.Moods");
        yield return TeacherView.Heading(view.Voice["Teach.Over.Moods"]);
        yield return new TextBlock(string.Join(" → ", moods.Select(mood => names[mood - 1].Split(' ')[0])))
        {
            Spacing = "small",
        };
    }

    /// <summary>Each goal with how it stood in each week they shared.</summary>
    private static IEnumerable<CardElement> Curves(
        StudentWeek student,
        IReadOnlyList<Reflection> shared,
        TeacherView view
    )
    {
        var weeks = shared.Take(Weeks).Reverse().ToList();
        if (weeks.Count == 0 || weeks[^1].Goals.Count == 0)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Over.Goals"]);
        foreach (var goal in weeks[^1].Goals.Take(Goals))
        {
            var unit = student.Person?.FindGoal(goal.GoalId)?.Measure.Unit;
            var stands = weeks
                .Select(week => (week.Week, snapshot: week.Goals.FirstOrDefault(one => one.GoalId == goal.GoalId)))
                .Where(one => one.snapshot is not null)
                .ToList();
            var numbers = stands.Where(one => one.snapshot!.Value is not null).ToList();
            var row = string.Join(
                " → ",
                numbers.Count > 0
                    ? numbers.Select(one => Quantities.Say(one.snapshot!.Value!.Value, unit, view.Voice))
                    : stands.Select(one => ReadCard.Going(one.snapshot!, view))
            );
            yield return new RichTextBlock(
                new TextRun(goal.Sentence) { Size = "small" },
                new TextRun($" · {row}") { Size = "small", Weight = "bolder" }
            )
            {
                Spacing = "small",
            };
            if (numbers.Count > 1)
            {
                var values = numbers.Select(one => one.snapshot!.Value!.Value).ToArray();
                var (from, to) = ChartRange.Around(values);
                yield return new LineChart(
                    view.Voice["Teach.Over.Curve"],
                    new LineSeries(
                        view.Voice["Teach.Over.Curve"],
                        [
                            .. numbers.Select(one => new LinePoint(
                                view.Voice.ShortDay(one.Week.Monday),
                                one.snapshot!.Value!.Value
                            )),
                        ]
                    )
                )
                {
                    YMin = from,
                    YMax = to,
                    Fallback = TeacherView.Small(Markdown.Escape(row)),
                };
            }
        }
    }

    /// <summary>What this teacher wrote, what became of it, and what came back.</summary>
    private static IEnumerable<CardElement> Written(StudentWeek student, TeacherView view)
    {
        var mine = SentReplies
            .To(student, view.Week.Classroom.Key)
            .Where(reply => reply.Teacher == view.Context.Turn.Key)
            .Take(Replies)
            .ToList();
        if (mine.Count == 0)
            yield break;
        yield return TeacherView.Heading(view.Voice["Teach.Over.Replies"]);
        foreach (var reply in mine)
        {
            yield return new RichTextBlock(
                new TextRun($"{view.Day(reply.At)} · ") { Size = "small", IsSubtle = true },
                new TextRun($"“{reply.Text}”") { Size = "small", Italic = true },
                new TextRun($" · {view.Voice[$"Teach.State.{SentReplies.StateOf(reply)}"]}")
                {
                    Size = "small",
                    IsSubtle = true,
                }
            )
            {
                Spacing = "small",
            };
            if (reply.Answer is { } answer)
            {
                yield return new RichTextBlock(new TextRun($"{view.FirstName(student)}: “{answer}”") { Size = "small" })
                {
                    Spacing = "none",
                };
            }
        }
    }
}
