using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>One student's work for their teacher: what is checked against criteria, and criteria for a goal.</summary>
internal static class StudentWorkCards
{
    /// <summary>All of it in brief.</summary>
    /// <param name="note">What was just done.</param>
    public static Card All(Member student, string? note, TaughtView view)
    {
        var (voice, key, person) = (view.Voice, view.Classroom.Key, view.Person(student));
        var goals = Works.GoalsSeenIn(person, key);
        var tasks = Works.SeenIn(person, key).Where(work => work.IsTask).ToList();
        var title = voice.Say("Teach.Tasks.Of", ("name", view.Name(student)));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note))],
                .. goals.Count + tasks.Count == 0
                    ? [new TextBlock(voice["Teach.Tasks.NothingOf"])]
                    : Array.Empty<CardElement>(),
                .. tasks.SelectMany(work => Row(work.Title, work.Criteria, Open(work.Id))),
                .. goals.SelectMany(seen =>
                    Row(
                        seen.Sentence,
                        seen.Goal.Criteria is { } criteria && criteria.Class == key ? criteria : null,
                        [
                            .. seen.Goal.Criteria is { List.Count: > 0 } own && own.Class == key
                                ? Open(seen.Goal.Id)
                                : [],
                            For(seen.Goal, student, view),
                        ]
                    )
                ),
                new ActionSet(view.Button(voice["Teach.Tasks.Back"], TaskVerbs.List)) { Spacing = "medium" },
            ],
            voice.Culture
        );

        Execute[] Open(string work) =>
            [view.Button(voice["Teach.Tasks.Open"], TaskVerbs.Student, ("student", student.ObjectId), ("work", work))];

        IEnumerable<CardElement> Row(string words, SuccessCriteria? criteria, IReadOnlyList<Execute> buttons) =>
            [
                new RichTextBlock(new TextRun(GoalCards.InBrief(words)) { Weight = "bolder" })
                {
                    Spacing = "medium",
                    Separator = true,
                },
                new RichTextBlock(new TextRun(State(criteria, view)) { Size = "small", IsSubtle = true })
                {
                    Spacing = "none",
                },
                new ActionSet([.. buttons]) { Spacing = "small" },
            ];
    }

    /// <summary>One piece of work: how it grew, where it shows, and the way to say something of it.</summary>
    public static Card One(Member student, Work work, TaughtView view)
    {
        var voice = view.Voice;
        return CardParts.Framed(
            $"{view.Name(student)} · {work.Title}",
            [
                CardParts.Heading(Markdown.Escape($"{view.Name(student)} · {GoalCards.InBrief(work.Title)}")),
                new TextBlock(State(work.Criteria, view)) { IsSubtle = true, Spacing = "none" },
                .. CriteriaRows.Of(work.Criteria, voice),
                new ActionSet([
                    view.Button(
                        voice["Teach.Tasks.Feedback"],
                        FeedbackVerbs.Form,
                        ("student", student.ObjectId),
                        ("work", work.Id)
                    ) with
                    {
                        Style = "positive",
                    },
                    .. work.Criteria.List.SelectMany(one => Links(work.Criteria.Last?.Of(one.Id)?.Evidence, view)),
                    view.Button(voice["Teach.Tasks.AllOf"], TaskVerbs.Student, ("student", student.ObjectId)),
                    .. work.IsTask
                        ? [view.Button(voice["Teach.Tasks.ToTask"], TaskVerbs.Open, ("task", work.Id))]
                        : Array.Empty<CardAction>(),
                ])
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );
    }

    /// <param name="typed">What is in the field; null for what is proposed, or holds.</param>
    public static Card Form(Member student, SeenGoal seen, string? typed, string? wrong, TaughtView view)
    {
        var (voice, goal) = (view.Voice, seen.Goal);
        var proposed = goal.Criteria?.Proposed is { } one && one.Class == view.Classroom.Key ? one : null;
        (string, string)[] data = [("student", student.ObjectId), ("goal", goal.Id)];
        var title = voice.Say("Teach.Tasks.ForGoal", ("name", view.Name(student)));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new RichTextBlock(new TextRun(seen.Sentence) { Weight = "bolder" }),
                .. proposed is null
                    ? Array.Empty<CardElement>()
                    : [new TextBlock(Markdown.Escape(voice.Say("Teach.Tasks.Theirs", ("name", view.Name(student)))))],
                .. wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(Markdown.Escape(wrong))],
                TaskCards.Criteria(typed ?? Text(proposed?.List ?? Own(goal, view)), voice),
                .. proposed is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextInput(voice["Teach.Tasks.WhyNot"])
                        {
                            Id = "why",
                            MaxLength = TaskHandler.LongestWhy,
                            IsMultiline = true,
                        },
                    ],
                CardParts.Small(voice["Teach.Tasks.GoalHow"]),
                new ActionSet([
                    view.Button(
                        voice[proposed is null ? "Teach.Tasks.Give" : "Teach.Tasks.Yes"],
                        TaskVerbs.Give,
                        [.. data, ("token", view.Context.Turn.NewId(1))]
                    ) with
                    {
                        Style = "positive",
                    },
                    .. proposed is null
                        ? Array.Empty<CardAction>()
                        :
                        [
                            view.Button(
                                voice["Teach.Tasks.NotThese"],
                                TaskVerbs.Decline,
                                [.. data, ("token", view.Context.Turn.NewId(2))]
                            ),
                        ],
                    view.Button(voice["Teach.Tasks.AllOf"], TaskVerbs.Student, ("student", student.ObjectId)) with
                    {
                        AssociatedInputs = "none",
                    },
                ]),
            ],
            voice.Culture
        );
    }

    private static Execute For(Goal goal, Member student, TaughtView view) =>
        view.Button(
            view.Voice[
                goal.Criteria?.Proposed?.Class == view.Classroom.Key ? "Teach.Tasks.Proposes.Look"
                : Own(goal, view).Count > 0 ? "Teach.Tasks.Change"
                : "Teach.Tasks.Add"
            ],
            TaskVerbs.ForGoal,
            ("student", student.ObjectId),
            ("goal", goal.Id)
        );

    /// <summary>What holds and is this class's to see.</summary>
    private static IReadOnlyList<Criterion> Own(Goal goal, TaughtView view) =>
        goal.Criteria is { } criteria && criteria.Class == view.Classroom.Key ? criteria.List : [];

    private static string Text(IReadOnlyList<Criterion> list) => string.Join('\n', list.Select(one => one.Text));

    private static string State(SuccessCriteria? criteria, TaughtView view) =>
        criteria is not { List.Count: > 0 } ? view.Voice["Teach.Tasks.NoCriteria"]
        : criteria.Last is { } last
            ? view.Voice.Say("Teach.Tasks.CheckedOn", ("day", view.Voice.Day(last.On, view.Context.Today)))
        : view.Voice["Teach.Tasks.Unchecked"];

    /// <summary>The address where that is all they gave, and one a browser can trust to be what it says.</summary>
    private static IEnumerable<CardAction> Links(string? text, TaughtView view) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
            ? [new OpenUrl(view.Voice["Teach.Tasks.Link"], link.AbsoluteUri)]
            : [];
}
