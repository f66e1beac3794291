using System.Globalization;
using Milestones.Cards;
using Milestones.Conversations;

namespace Milestones.Goals;

/// <summary><em>My goals</em>: every active goal with its next milestone, and the way to a new one.</summary>
internal static class MyGoalsCard
{
    public static Card Of(TurnContext context)
    {
        var voice = context.Voice;
        return new Card(
            [
                GoalCards.Heading(voice["MyGoals.Title"]),
                .. context.Person.Goals.SelectMany((goal, i) => Entry(goal, i, context)),
                new ActionSet(
                    new Execute(voice["Action.NewGoal"], GoalVerbs.New),
                    new Execute(voice["Action.Form"], GoalVerbs.Form)),
            ])
        {
            Lang = voice.Culture.TwoLetterISOLanguageName,
            Speak = context.Person.Goals.Count == 1 ? voice["MyGoals.Count.One"] : voice.Say("MyGoals.Count", ("count", context.Person.Goals.Count)),
            FallbackText = voice.Say("MyGoals.Count", ("count", context.Person.Goals.Count)),
        };
    }

    /// <summary>One goal with everything it holds.</summary>
    public static Card Details(Goal goal, TurnContext context)
    {
        var voice = context.Voice;
        var saved = GoalCards.Saved(goal, context);
        return saved with
        {
            Body =
            [
                GoalCards.Heading(voice["Details.Title"]),
                .. saved.Body.Skip(1),
                .. ProgressCards.Bar(goal, context),
                .. ProgressCards.Chart(goal, context),
                .. goal.Milestones.Count == 0 ? Array.Empty<CardElement>() : [GoalCards.Small(voice["Details.Steps"])],
                .. MilestoneCards.List(goal, context),
                .. History(goal, context),
                goal.IsActive ? Buttons(goal, context) : ProgressCards.ToMyGoals(context),
            ],
        };
    }

    private static ActionSet Buttons(Goal goal, TurnContext context)
    {
        var voice = context.Voice;
        var open = goal.Milestones.Select((step, i) => (step, i)).FirstOrDefault(pair => pair.step.ReachedOn is null && pair.step.Value is null);
        return new(
            [
                new Execute(voice["Action.Log"], ProgressVerbs.Form, ("goal", goal.Id)) { Style = "positive" },
                .. open.step is null ? Array.Empty<CardAction>() :
                    [new Execute(voice["Action.StepDone"], ProgressVerbs.Step, ("goal", goal.Id), ("step", open.i.ToString(CultureInfo.InvariantCulture)))],
                new Execute(voice["Action.Reached"], ProgressVerbs.Reached, ("goal", goal.Id)),
                new Execute(voice["Action.Adjust"], ProgressVerbs.Adjust, ("goal", goal.Id)),
                new Execute(voice["MyGoals.Title"], GoalVerbs.Mine) { Mode = "secondary" },
                new Execute(voice["Action.ChangeSteps"], GoalVerbs.ChangeMilestones, ("goal", goal.Id)) { Mode = "secondary" },
            ]);
    }

    /// <summary>Where things add up to a number one can count on fingers, one tap counts one.</summary>
    private static IEnumerable<CardAction> PlusOne(Goal goal, TurnContext context) =>
        goal is { IsActive: true, Measure: { Target: <= 20, Unit: { } unit } } && Units.IsCounted(unit)
            ? [new Execute(context.Voice["Action.PlusOne"], ProgressVerbs.Plus, ("goal", goal.Id), ("entries", goal.Progress.Count.ToString(CultureInfo.InvariantCulture))) { Style = "positive" }]
            : [];

    private static IEnumerable<CardElement> History(Goal goal, TurnContext context)
    {
        var voice = context.Voice;
        if (goal.Progress.Count > 0)
        {
            yield return GoalCards.Small(voice["Details.History"]);
        }

        foreach (var entry in goal.Progress.TakeLast(8).Reverse())
        {
            var value = Quantities.Say(entry.Value, goal.Measure.Unit, voice);
            yield return new RichTextBlock(
                new TextRun(voice.Day(entry.On, context.Today) + "  ") { IsSubtle = true },
                new TextRun(string.Join(" · ", new[] { value, entry.Note, entry.Evidence }.Where(part => !string.IsNullOrEmpty(part)))))
            {
                Spacing = "none",
            };
        }

        foreach (var change in goal.Changes.TakeLast(4))
        {
            yield return new RichTextBlock(
                [
                    new TextRun($"{voice.Day(change.On, context.Today)}  {voice[$"Change.{change.Kind}"]}") { IsSubtle = true },
                    .. change.Reason is { } reason ? [new TextRun($" · {reason}")] : Array.Empty<TextRun>(),
                ])
            {
                Spacing = "none",
            };
        }
    }

    private static IEnumerable<CardElement> Entry(Goal goal, int index, TurnContext context)
    {
        var voice = context.Voice;
        yield return new RichTextBlock(new TextRun(GoalCards.InBrief(goal.Sentence)) { Weight = "bolder" }) { Separator = index > 0 ? true : null, Spacing = "medium" };
        foreach (var element in ProgressCards.Bar(goal, context).Concat(ProgressCards.Chart(goal, context)))
        {
            yield return element;
        }

        yield return new ActionSet(
            [
                .. PlusOne(goal, context),
                .. goal.IsActive ? [new Execute(voice["Action.Log"], ProgressVerbs.Form, ("goal", goal.Id))] : Array.Empty<CardAction>(),
                new Execute(voice["Action.Details"], GoalVerbs.Details, ("goal", goal.Id)),
            ])
        {
            Spacing = "small",
        };
    }
}
