using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>What the router calls for goals that are saved.</summary>
internal static class GoalHandler
{
    public static TurnResult<Person> Mine(TurnContext<Person> context) =>
        context.Person.Goals.Count == 0
            ? new(context.Person, new Say(context.Voice["MyGoals.None"], context.Voice.List("Suggest.NoGoals")))
            : new(context.Person, context.Here(MyGoalsCard.Of(context), context.Voice["MyGoals.Title"]));

    public static TurnResult<Person> Details(Goal goal, TurnContext<Person> context) =>
        new(context.Person, context.Here(MyGoalsCard.Details(goal, context), goal.Sentence));

    public static TurnResult<Person> AcceptMilestones(Goal goal, TurnContext<Person> context) =>
        new(context.Person, new Replace(MilestoneCards.Accepted(goal, context), context.Voice["Milestones.Set"]));

    public static TurnResult<Person> ChangeMilestones(Goal goal, TurnContext<Person> context) =>
        new(
            context.Person,
            new Replace(
                MilestoneForm.Of(goal, new Dictionary<int, string>(), null, context),
                context.Voice["Milestones.FormTitle"]
            )
        );

    public static TurnResult<Person> SubmitMilestones(Goal goal, CardData data, TurnContext<Person> context)
    {
        var (steps, errors) = MilestoneForm.Read(goal, data, context);
        return steps is null
            ? new(
                context.Person,
                new Replace(MilestoneForm.Of(goal, errors, data.Text, context), context.Voice["Form.HasErrors"])
            )
            : AcceptMilestones(
                goal with
                {
                    Milestones = steps,
                },
                context with
                {
                    Head = context.Person.WithGoal(goal with { Milestones = steps }),
                }
            );
    }
}
