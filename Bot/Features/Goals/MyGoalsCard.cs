using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary><em>My goals</em>: every active goal with its next milestone, and the way to a new one.</summary>
internal static class MyGoalsCard
{
    public static Card Of(TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            CardParts.Heading(voice["MyGoals.Title"]),
            .. context.Person.Goals.SelectMany((goal, i) => Entry(goal, i, context)),
            new ActionSet([
                new Execute(voice["Action.NewGoal"], GoalVerbs.New),
                .. AskClassmate(null, context),
                new Execute(voice["MyGoals.Page"], PageVerbs.Mine),
                new Execute(voice["MyGoals.ForHome"], FamilyVerbs.Mine),
                new Execute(voice["Criteria.Title"], CriteriaVerbs.Mine),
            ])
            {
                Separator = true,
                Spacing = "medium",
            },
        ]).In(
            voice.Culture,
            context.Person.Goals.Count == 1
                ? voice["MyGoals.Count.One"]
                : voice.Say("MyGoals.Count", ("count", context.Person.Goals.Count)),
            voice.Say("MyGoals.Count", ("count", context.Person.Goals.Count))
        );
    }

    /// <summary>One goal with everything it holds.</summary>
    public static Card Details(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            GoalCards.Band(voice["Details.Title"], goal.Area),
            new RichTextBlock(new TextRun(goal.Sentence) { Size = "medium", Weight = "bolder" }),
            .. GoalProgress.Bar(goal, context),
            .. GoalProgress.Chart(goal, context),
            .. GoalCards.Facts(
                goal.Sentence,
                goal.Measure with
                {
                    Baseline = null,
                },
                goal.Deadline is { } day ? voice.Day(day, context.Today) : null,
                goal.Plan,
                goal.Obstacle,
                goal.Reason,
                voice
            ),
            .. GoalCards.Chips(goal.Present, goal.ToSharpen, voice) is { } chips ? [chips] : Array.Empty<CardElement>(),
            .. GoalCards.Open(goal.Present, goal.ToSharpen, voice),
            .. goal.Milestones.Count == 0 ? Array.Empty<CardElement>() : [CardParts.Small(voice["Details.Steps"])],
            .. MilestoneCards.List(goal, context),
            .. Criteria(goal, voice),
            .. History(goal, context),
            goal.IsActive ? Buttons(goal, context) : GoalProgress.ToMyGoals(context),
        ]).In(voice.Culture, $"{voice["Details.Title"]}. {goal.Sentence}", goal.Sentence);
    }

    private static ActionSet Buttons(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var open = goal
            .Milestones.Select((step, i) => (step, i))
            .FirstOrDefault(pair => pair.step.ReachedOn is null && pair.step.Value is null);
        return new([
            new Execute(voice["Action.Log"], ProgressVerbs.Form, ("goal", goal.Id)) { Style = "positive" },
            .. open.step is null
                ? Array.Empty<CardAction>()
                :
                [
                    new Execute(
                        voice["Action.StepDone"],
                        ProgressVerbs.Step,
                        ("goal", goal.Id),
                        ("step", open.i.ToString(CultureInfo.InvariantCulture)),
                        ("token", context.Turn.NewId(0x77))
                    ),
                ],
            new Execute(
                voice["Action.Reached"],
                ProgressVerbs.Reached,
                ("goal", goal.Id),
                ("token", context.Turn.NewId(0x78))
            ),
            new Execute(voice["Action.Adjust"], ProgressVerbs.Adjust, ("goal", goal.Id)),
            .. AskClassmate(goal, context),
            new Execute(voice["MyGoals.Title"], GoalVerbs.Mine) { Mode = "secondary" },
            new Execute(voice["Action.ChangeSteps"], GoalVerbs.ChangeMilestones, ("goal", goal.Id))
            {
                Mode = "secondary",
            },
        ]);
    }

    /// <summary>What good work shows, how the student saw theirs, and the way to look again.</summary>
    private static IEnumerable<CardElement> Criteria(Goal goal, Voice voice) =>
        goal.Criteria is { List.Count: > 0 } criteria
            ?
            [
                CardParts.Small(voice["Criteria.Title"]),
                .. CriteriaRows.Of(criteria, voice),
                .. goal.IsActive
                    ?
                    [
                        new ActionSet(new Execute(voice["Criteria.Check"], CriteriaVerbs.Check, ("work", goal.Id)))
                        {
                            Spacing = "small",
                        },
                    ]
                    : Array.Empty<CardElement>(),
            ]
            : [];

    /// <summary>The way to feedback, where a class of theirs has it.</summary>
    private static IEnumerable<CardAction> AskClassmate(Goal? goal, TurnContext<Person> context) =>
        !PeerRules.IsOffered(context.Person)
            ? []
            :
            [
                new Execute(
                    context.Voice["Action.AskClassmate"],
                    PeerVerbs.Begin,
                    goal is null ? [] : [("goal", goal.Id)]
                )
                {
                    Mode = goal is null ? null : "secondary",
                },
            ];

    /// <summary>
    /// One main button: where things add up to a number one can count on fingers, one tap counts one; else the form for
    /// a number.
    /// </summary>
    private static Execute First(Goal goal, int index, TurnContext<Person> context) =>
        goal is { Measure: { Target: <= 20, Unit: { } unit } } && Units.IsCounted(unit)
            ? GoalProgress.PlusOne(goal, context.Turn.NewId(0x80 + index), context)
            : new(context.Voice["Action.Log"], ProgressVerbs.Form, ("goal", goal.Id)) { Style = "positive" };

    /// <summary>The last numbers and changes, the newest first.</summary>
    private static IEnumerable<CardElement> History(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var logged = goal
            .Progress.TakeLast(8)
            .Reverse()
            .Select(entry =>
                (
                    entry.On,
                    Words: Joined(Quantities.Say(entry.Value, goal.Measure.Unit, voice), entry.Note, entry.Evidence)
                )
            );
        var changed = goal
            .Changes.TakeLast(4)
            .Reverse()
            .Select(change => (change.On, Words: Joined(voice[$"Change.{change.Kind}"], change.Reason)));
        var lines = changed.Concat(logged).OrderByDescending(line => line.On).ToList();
        return lines.Count == 0
            ? []
            :
            [
                CardParts.Small(voice["Details.History"]),
                .. lines.Select(line => new RichTextBlock(
                    new TextRun(voice.Day(line.On, context.Today) + "  ") { IsSubtle = true },
                    new TextRun(line.Words)
                )
                {
                    Spacing = "none",
                }),
            ];

        static string Joined(params IEnumerable<string?> parts) =>
            string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static IEnumerable<CardElement> Entry(Goal goal, int index, TurnContext<Person> context)
    {
        var voice = context.Voice;
        yield return new RichTextBlock(
            new TextRun($"{GoalCards.Icon(goal.Area)} "),
            new TextRun(GoalCards.InBrief(goal.Sentence)) { Weight = "bolder" }
        )
        {
            Separator = index > 0 ? true : null,
            Spacing = "medium",
        };
        foreach (var element in GoalProgress.Bar(goal, context))
        {
            yield return element;
        }

        yield return new ActionSet([
            .. goal.IsActive ? [First(goal, index, context)] : Array.Empty<CardAction>(),
            new Execute(voice["Action.Details"], GoalVerbs.Details, ("goal", goal.Id)),
        ])
        {
            Spacing = "small",
        };
    }
}
