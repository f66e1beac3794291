using Milestones.Cards;
using Milestones.School;

namespace Milestones.Views;

/// <summary>The proposed steps of a saved goal: to accept or to change.</summary>
internal static class MilestoneCards
{
    public static Card Proposal(Goal goal, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            CardParts.Heading(voice["Milestones.Title"]),
            new TextBlock(voice["Milestones.Intro"]),
            .. List(goal, context),
            new ActionSet(
                new Execute(voice["Action.Accept"], GoalVerbs.AcceptMilestones, ("goal", goal.Id))
                {
                    Style = "positive",
                },
                new Execute(voice["Action.Change"], GoalVerbs.ChangeMilestones, ("goal", goal.Id))
            ),
        ]).In(voice.Culture, voice["Milestones.Title"]);
    }

    /// <summary>
    /// The end of a talk. It says all there is to say in its own place: a message of its own would cost another commit,
    /// to note that it arrived.
    /// </summary>
    public static Card Accepted(Goal goal, TurnContext<Person> context) =>
        new Card([
            CardParts.Heading(context.Voice["Milestones.Set"]),
            .. List(goal, context),
            new TextBlock(context.Voice["Milestones.Thanks"]) { Spacing = "medium" },
            new ActionSet(
                new Execute(context.Voice["MyGoals.Title"], GoalVerbs.Mine),
                new Execute(context.Voice["Action.NewGoal"], GoalVerbs.New)
            ),
        ]).In(context.Voice.Culture, context.Voice["Milestones.Set"]);

    /// <summary>What a step is called: its words, or for a checkpoint the number to be at.</summary>
    public static string Title(Milestone step, Goal goal, TurnContext<Person> context) =>
        step.Title.Length > 0 ? step.Title
        : step.Value is { } value
            ? context.Voice.Say("Milestones.Reach", ("value", Quantities.Say(value, goal.Measure.Unit, context.Voice)))
        : context.Voice["Milestones.CheckIn"];

    public static IEnumerable<CardElement> List(Goal goal, TurnContext<Person> context) =>
        goal.Milestones.Select(step => new ColumnSet(
            new Column(
                "auto",
                new TextBlock(step.ReachedOn is null ? "⚑" : "✔") { Color = step.ReachedOn is null ? "accent" : "good" }
            ),
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(Title(step, goal, context)) { Weight = "bolder" }),
                new TextBlock(
                    step.ReachedOn is { } day
                        ? context.Voice.Say("Milestones.ReachedOn", ("day", context.Voice.Day(day, context.Today)))
                        : context.Voice.Day(step.Due, context.Today)
                )
                {
                    Size = "small",
                    IsSubtle = true,
                    Spacing = "none",
                }
            )
        ));
}
