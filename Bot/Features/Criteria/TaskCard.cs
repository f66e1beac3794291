using System.Globalization;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>One task for its teacher: how the class sees its work, criterion by criterion and student by
/// student.</summary>
internal static class TaskCard
{
    /// <summary>Students on one card.</summary>
    private const int Rows = 8;

    public static Card Of(ClassTask task, int page, TaughtView view)
    {
        var (voice, students) = (view.Voice, view.Students);
        var last = Math.Max(0, (students.Count - 1) / Rows);
        page = Math.Min(page, last);
        return CardParts.Framed(
            task.Name,
            [
                CardParts.Heading(Markdown.Escape(task.Name)),
                new TextBlock(State(task, view)) { IsSubtle = true, Spacing = "none" },
                .. task.Criteria.Index().Select(one => Criterion(one.Index, one.Item, task, view)),
                CardParts.Small(voice["Teach.Tasks.Key"]),
                .. students.Skip(page * Rows).Take(Rows).Select(student => Row(student, task, view)),
                .. last == 0 ? Array.Empty<CardElement>() : [Pages(page, last, task, view)],
                new ActionSet([
                    .. task.ClosedAt is null
                        ?
                        [
                            view.Button(voice["Teach.Tasks.Change"], TaskVerbs.New, ("task", task.Id)),
                            Act(TaskAct.Close, task, view),
                        ]
                        : Array.Empty<CardAction>(),
                    Act(TaskAct.Delete, task, view),
                    view.Button(voice["Teach.Tasks.Back"], TaskVerbs.List),
                ])
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );
    }

    public static string State(ClassTask task, TaughtView view) =>
        task.ClosedAt is not null
            ? view.Voice["Teach.Tasks.Closed"]
            : view.Voice.Say(
                "Teach.Tasks.Checked",
                ("n", view.Students.Count(student => WorkOf(student, task, view)?.Last is not null)),
                ("all", view.Students.Count)
            );

    private static SuccessCriteria? WorkOf(Member student, ClassTask task, TaughtView view) =>
        Works
            .SeenIn(view.Person(student), view.Classroom.Key)
            .FirstOrDefault(work => work.IsTask && work.Id == task.Id)
            ?.Criteria;

    private static Execute Act(TaskAct act, ClassTask task, TaughtView view) =>
        view.Button(view.Voice[$"Teach.Tasks.{act}"], TaskVerbs.Decide, ("task", task.Id), ("act", act.ToString()));

    /// <summary>A criterion with how many see it met, by their last check.</summary>
    private static RichTextBlock Criterion(int at, Criterion criterion, ClassTask task, TaughtView view)
    {
        var last = view
            .Students.Select(student => WorkOf(student, task, view)?.Last?.Of(criterion.Id)?.Meets)
            .OfType<Meets>()
            .ToList();
        return new RichTextBlock([
            new TextRun($"{(at + 1).ToString(view.Voice.Culture)}. {criterion.Text}"),
            .. last.Count == 0 ? Array.Empty<TextRun>() : [new TextRun($" · {Counts(last)}") { IsSubtle = true }],
        ])
        {
            Spacing = "small",
        };

        string Counts(List<Meets> all) =>
            string.Join(
                " · ",
                all.GroupBy(meets => meets)
                    .OrderByDescending(same => same.Key)
                    .Select(same => $"{same.Count().ToString(view.Voice.Culture)}\u00a0{CriteriaRows.Mark(same.Key)}")
            );
    }

    private static ColumnSet Row(Member student, ClassTask task, TaughtView view) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(view.Name(student)) { Weight = "bolder" }),
                new RichTextBlock(new TextRun(Cells(WorkOf(student, task, view), task, view)) { Size = "small" })
                {
                    Spacing = "none",
                }
            ),
            new Column(
                "auto",
                new ActionSet(
                    view.Button(
                        view.Voice["Teach.Tasks.Open"],
                        TaskVerbs.Student,
                        ("student", student.ObjectId),
                        ("work", task.Id)
                    )
                )
            )
            {
                VerticalContentAlignment = "center",
            }
        )
        {
            Spacing = "medium",
            Separator = true,
        };

    private static string Cells(SuccessCriteria? criteria, ClassTask task, TaughtView view) =>
        criteria?.Last is not { } last
            ? view.Voice["Teach.Tasks.Unchecked"]
            : string.Join(
                "  ",
                task.Criteria.Select((one, i) => $"{(i + 1).ToString(view.Voice.Culture)}\u00a0{MarkOf(one, last)}")
            );

    private static string MarkOf(Criterion criterion, CriteriaCheck check) =>
        check.Of(criterion.Id) is { } answer ? CriteriaRows.Mark(answer.Meets) : "–";

    private static ActionSet Pages(int page, int last, ClassTask task, TaughtView view)
    {
        return new([
            .. page > 0 ? [To("Teach.Tasks.Before", page - 1)] : Array.Empty<CardAction>(),
            .. page < last ? [To("Teach.Tasks.Next", page + 1)] : Array.Empty<CardAction>(),
        ]);

        Execute To(string key, int to) =>
            view.Button(
                view.Voice[key],
                TaskVerbs.Open,
                ("task", task.Id),
                ("page", to.ToString(CultureInfo.InvariantCulture))
            );
    }
}
