using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>A teacher's success criteria: tasks of a class, proposals of its students, and a new task.</summary>
internal static class TaskCards
{
    public const int Room = 4000;

    /// <summary>Proposals on one card; the others come up as these are answered.</summary>
    private const int Rows = 6;

    /// <summary>Names in one list.</summary>
    private const int Names = 120;

    public static string Title(TaughtView view) => view.Voice.Say("Teach.Tasks.Title", ("class", view.ClassName));

    /// <param name="note">What was just done.</param>
    public static Card List(TaughtView view, string? note)
    {
        var (voice, classroom) = (view.Voice, view.Classroom);
        var why =
            classroom.Settings is null ? voice["Teach.Tasks.SetUpFirst"]
            : ClassTasks.HasRoom(classroom) ? null
            : voice.Say("Teach.Tasks.NoRoom", ("n", ClassTask.MostKept));
        return CardParts.Framed(
            note ?? Title(view),
            [
                CardParts.Heading(Markdown.Escape(Title(view))),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note))],
                .. Proposals(view),
                .. classroom.Tasks.Count == 0 ? [new TextBlock(voice["Teach.Tasks.None"])] : Array.Empty<CardElement>(),
                .. classroom.Tasks.Reverse().Select(task => Row(task, view)),
                .. why is null ? Array.Empty<CardElement>() : [CardParts.Small(why)],
                new ActionSet([
                    .. why is null
                        ? [view.Button(voice["Teach.Tasks.New"], TaskVerbs.New) with { Style = "positive" }]
                        : Array.Empty<CardAction>(),
                    view.Button(voice["Teach.Tasks.OneGoal"], TaskVerbs.Goals),
                ])
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );
    }

    public static Card Form(TaskForm form, TaughtView view)
    {
        var voice = view.Voice;
        var title = voice[form.Task is null ? "Teach.Tasks.New" : "Teach.Tasks.Change"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. form.Wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(Markdown.Escape(form.Wrong))],
                new TextInput(voice["Teach.Tasks.Name"])
                {
                    Id = "name",
                    Value = form.Name,
                    Placeholder = voice["Teach.Tasks.Name.Example"],
                    MaxLength = ClassTask.LongestName,
                },
                Criteria(form.Criteria, voice),
                CardParts.Small(voice["Teach.Tasks.How"]),
                new ActionSet(
                    view.Button(
                        voice[form.Task is null ? "Teach.Tasks.Start" : "Teach.Tasks.Save"],
                        TaskVerbs.Set,
                        [
                            ("token", view.Context.Turn.NewId(1)),
                            .. form.Task is null ? Array.Empty<(string, string)>() : [("task", form.Task)],
                        ]
                    ) with
                    {
                        Style = "positive",
                    },
                    view.Button(voice["Teach.Tasks.Back"], TaskVerbs.List) with
                    {
                        AssociatedInputs = "none",
                    }
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>The field for criteria, with what it takes under it.</summary>
    public static TextInput Criteria(string typed, Voice voice) =>
        new(voice.Say("Teach.Tasks.Criteria", ("fewest", SuccessCriteria.Fewest), ("most", SuccessCriteria.Most)))
        {
            Id = "criteria",
            Value = typed,
            Placeholder = voice["Teach.Tasks.Criteria.Example"],
            IsMultiline = true,
            MaxLength = Room,
        };

    public static Card Sure(ClassTask task, TaskAct act, TaughtView view)
    {
        var voice = view.Voice;
        var asks = voice.Say($"Teach.Tasks.Sure.{act}", ("task", task.Name));
        return CardParts.Framed(
            asks,
            [
                new TextBlock(Markdown.Escape(asks)),
                new ActionSet(
                    view.Button(
                        voice[$"Teach.Tasks.{act}"],
                        TaskVerbs.Decide,
                        ("task", task.Id),
                        ("act", act.ToString()),
                        ("sure", "yes")
                    ) with
                    {
                        Style = act == TaskAct.Delete ? "destructive" : "positive",
                    },
                    view.Button(voice["Teach.Tasks.No"], TaskVerbs.Open, ("task", task.Id))
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>Whose goal?</summary>
    public static Card Students(TaughtView view)
    {
        var (voice, students) = (view.Voice, Seen(view).ToList());
        return CardParts.Framed(
            voice["Teach.Tasks.OneGoal"],
            [
                CardParts.Heading(voice["Teach.Tasks.OneGoal"]),
                .. students.Count == 0
                    ? [new TextBlock(voice["Teach.Tasks.NoGoals"])]
                    : (IEnumerable<CardElement>)
                        [
                            new ChoiceInput(
                                voice["Teach.Tasks.Whose"],
                                [.. students.Take(Names).Select(one => new Choice(view.Name(one), one.ObjectId))]
                            )
                            {
                                Id = "student",
                                Style = "compact",
                                Value = students[0].ObjectId,
                            },
                            .. students.Count > Names
                                ? [CardParts.Small(voice["Teach.Tasks.MoreNames"])]
                                : Array.Empty<CardElement>(),
                        ],
                new ActionSet([
                    .. students.Count == 0
                        ? Array.Empty<CardAction>()
                        : [view.Button(voice["Teach.Tasks.Open"], TaskVerbs.Student) with { Style = "positive" }],
                    view.Button(voice["Teach.Tasks.Back"], TaskVerbs.List) with
                    {
                        AssociatedInputs = "none",
                    },
                ]),
            ],
            voice.Culture
        );
    }

    /// <summary>Students of whom this class's teachers know a goal, by name.</summary>
    private static IEnumerable<Member> Seen(TaughtView view) =>
        view.Students.Where(one => Works.GoalsSeenIn(view.Person(one), view.Classroom.Key).Count > 0);

    /// <summary>What students propose, which waits for a yes.</summary>
    private static IEnumerable<CardElement> Proposals(TaughtView view)
    {
        var all = view
            .Students.SelectMany(student =>
                Works.Proposed(view.Person(student), view.Classroom.Key).Select(goal => (student, goal))
            )
            .OrderBy(one => one.goal.Criteria!.Proposed!.At)
            .ToList();
        foreach (var (student, goal) in all.Take(Rows))
        {
            yield return new ColumnSet(
                new Column(
                    "stretch",
                    new RichTextBlock(
                        new TextRun(view.Name(student)) { Weight = "bolder" },
                        new TextRun($" · {view.Voice["Teach.Tasks.Proposes"]}")
                    ),
                    new RichTextBlock(new TextRun(GoalCards.InBrief(goal.Sentence)) { Size = "small", IsSubtle = true })
                    {
                        Spacing = "none",
                    }
                ),
                new Column(
                    "auto",
                    new ActionSet(
                        view.Button(
                            view.Voice["Teach.Tasks.Look"],
                            TaskVerbs.ForGoal,
                            ("student", student.ObjectId),
                            ("goal", goal.Id)
                        )
                    )
                )
            )
            {
                Spacing = "medium",
            };
        }

        if (all.Count > Rows)
            yield return CardParts.Small(view.Voice.Say("Teach.Tasks.More", ("n", all.Count - Rows)));
    }

    private static ColumnSet Row(ClassTask task, TaughtView view) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(task.Name) { Weight = "bolder" }),
                new TextBlock(TaskCard.State(task, view))
                {
                    Size = "small",
                    IsSubtle = true,
                    Spacing = "none",
                }
            ),
            new Column(
                "auto",
                new ActionSet(view.Button(view.Voice["Teach.Tasks.Open"], TaskVerbs.Open, ("task", task.Id)))
            )
        )
        {
            Spacing = "medium",
        };
}
