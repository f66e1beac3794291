using Milestones.Cards;
using Milestones.School;

namespace Milestones.Views;

/// <summary>A goal as it was saved, with its proposed steps: to accept or to change.</summary>
internal static class MilestoneCards
{
    public static Card Saved(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            GoalCards.Band(voice["Saved.Title"], goal.Area),
            new RichTextBlock(new TextRun(goal.Sentence) { Weight = "bolder" }),
            new TextBlock(voice["Milestones.Title"]) { Weight = "bolder", Spacing = "medium" },
            .. List(goal, context),
            new TextBlock(voice["Milestones.Intro"]),
            new ActionSet(
                new Execute(voice["Action.Accept"], GoalVerbs.AcceptMilestones, ("goal", goal.Id))
                {
                    Style = "positive",
                },
                new Execute(voice["Action.Change"], GoalVerbs.ChangeMilestones, ("goal", goal.Id))
            ),
        ]).In(voice.Culture, $"{voice["Saved.Title"]}. {goal.Sentence}", goal.Sentence);
    }

    /// <summary>
    /// The end of a talk. It says all there is to say in its own place: a message of its own would cost another commit,
    /// to note that it arrived.
    /// </summary>
    public static Card Accepted(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            GoalCards.Band(voice["Milestones.Set"], goal.Area),
            .. List(goal, context),
            new TextBlock(voice["Milestones.Thanks"]) { Spacing = "medium" },
            new ActionSet(
                new Execute(voice["MyGoals.Title"], GoalVerbs.Mine),
                new Execute(voice["Action.NewGoal"], GoalVerbs.New)
            ),
        ]).In(voice.Culture, voice["Milestones.Set"]);
    }

    /// <summary>What a step is called: its words, or for a checkpoint the number to be at.</summary>
    public static string Title(Milestone step, Goal goal, TurnContext<Person> context) =>
        step.Title.Length > 0 ? step.Title
        : step.Value is { } value
            ? context.Voice.Say("Milestones.Reach", ("value", Quantities.Say(value, goal.Measure.Unit, context.Voice)))
        : context.Voice["Milestones.CheckIn"];

    /// <summary>A line a step.</summary>
    public static IEnumerable<CardElement> List(Goal goal, TurnContext<Person> context) =>
        goal.Milestones.Select(step =>
        {
            var isDone = step.ReachedOn is not null;
            var day = step.ReachedOn is { } reached
                ? context.Voice.Say("Milestones.ReachedOn", ("day", context.Voice.Day(reached, context.Today)))
                : context.Voice.Day(step.Due, context.Today);
            return new RichTextBlock(
                new TextRun(isDone ? "✔ " : "⚑ ") { Color = isDone ? "good" : "accent" },
                new TextRun(Title(step, goal, context)) { Weight = "bolder" },
                new TextRun($" · {day}") { IsSubtle = true }
            )
            {
                Spacing = "small",
            };
        });
}
