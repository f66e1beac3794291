using System.Globalization;
using Milestones.Cards;
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
            new ActionSet(
                new Execute(voice["Action.NewGoal"], GoalVerbs.New),
                new Execute(voice["Action.NewGoalForm"], GoalVerbs.Form)
            ),
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
        var saved = GoalCards.Saved(goal, "Label.Start", context);
        return saved with
        {
            Body =
            [
                CardParts.Heading(voice["Details.Title"]),
                .. saved.Body.Skip(1),
                .. GoalProgress.Bar(goal, context),
                .. GoalProgress.Chart(goal, context),
                .. goal.Milestones.Count == 0 ? Array.Empty<CardElement>() : [CardParts.Small(voice["Details.Steps"])],
                .. MilestoneCards.List(goal, context),
                .. History(goal, context),
                goal.IsActive ? Buttons(goal, context) : GoalProgress.ToMyGoals(context),
            ],
        };
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
                        ("step", open.i.ToString(CultureInfo.InvariantCulture))
                    ),
                ],
            new Execute(voice["Action.Reached"], ProgressVerbs.Reached, ("goal", goal.Id)),
            new Execute(voice["Action.Adjust"], ProgressVerbs.Adjust, ("goal", goal.Id)),
            new Execute(voice["MyGoals.Title"], GoalVerbs.Mine) { Mode = "secondary" },
            new Execute(voice["Action.ChangeSteps"], GoalVerbs.ChangeMilestones, ("goal", goal.Id))
            {
                Mode = "secondary",
            },
        ]);
    }

    /// <summary>Where things add up to a number one can count on fingers, one tap counts one.</summary>
    private static IEnumerable<CardAction> PlusOne(Goal goal, TurnContext<Person> context) =>
        goal is { IsActive: true, Measure: { Target: <= 20, Unit: { } unit } } && Units.IsCounted(unit)
            ?
            [
                new Execute(
                    context.Voice["Action.PlusOne"],
                    ProgressVerbs.Plus,
                    ("goal", goal.Id),
                    ("entries", goal.Progress.Count.ToString(CultureInfo.InvariantCulture))
                )
                {
                    Style = "positive",
                },
            ]
            : [];

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
        yield return new RichTextBlock(new TextRun(GoalCards.InBrief(goal.Sentence)) { Weight = "bolder" })
        {
            Separator = index > 0 ? true : null,
            Spacing = "medium",
        };
        foreach (var element in GoalProgress.Bar(goal, context).Concat(GoalProgress.Chart(goal, context)))
        {
            yield return element;
        }

        yield return new ActionSet([
            .. PlusOne(goal, context),
            .. goal.IsActive
                ? [new Execute(voice["Action.Log"], ProgressVerbs.Form, ("goal", goal.Id))]
                : Array.Empty<CardAction>(),
            new Execute(voice["Action.Details"], GoalVerbs.Details, ("goal", goal.Id)),
        ])
        {
            Spacing = "small",
        };
    }
}
