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
            Speak = voice.Say("MyGoals.Count", ("count", context.Person.Goals.Count)),
            FallbackText = string.Join("\n", context.Person.Goals.Select(goal => goal.Sentence)),
        };
    }

    /// <summary>One goal with everything it holds.</summary>
    public static Card Details(Goal goal, TurnContext context)
    {
        var saved = GoalCards.Saved(goal, context);
        return saved with { Body = [GoalCards.Heading(context.Voice["Details.Title"]), .. saved.Body.Skip(1), .. MilestoneCards.Accepted(goal, context).Body.Skip(1)] };
    }

    private static IEnumerable<CardElement> Entry(Goal goal, int index, TurnContext context)
    {
        var voice = context.Voice;
        var next = goal.Milestones.FirstOrDefault(step => step.ReachedOn is null && step.Due >= context.Today);
        yield return new RichTextBlock(new TextRun(goal.Sentence) { Weight = "bolder" }) { Separator = index > 0 ? true : null, Spacing = "medium" };
        if (next is not null)
        {
            yield return new RichTextBlock(
                new TextRun(voice["MyGoals.Next"] + " ") { IsSubtle = true },
                new TextRun(MilestoneCards.Title(next, goal, context)),
                new TextRun(" · " + voice.Day(next.Due, context.Today)) { IsSubtle = true })
            {
                Spacing = "small",
            };
        }

        yield return new ActionSet(new Execute(voice["Action.Details"], GoalVerbs.Details, ("goal", goal.Id))) { Spacing = "small" };
    }
}
