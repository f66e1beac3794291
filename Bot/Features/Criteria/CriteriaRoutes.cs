using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>
/// What good work shows: criteria of tasks and of goals, and students who check their own work against them before
/// they hand it in.
/// </summary>
internal static class CriteriaRoutes
{
    public static Routes<Person> Private { get; } =
        new("Criteria")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [CriteriaVerbs.Mine] = (tapped, context) => SelfCheckHandler.Mine(tapped.Data, context),
                [CriteriaVerbs.Check] = (tapped, context) => SelfCheckHandler.Begin(tapped.Data, context),
                [CriteriaVerbs.Answer] = (tapped, context) => SelfCheckHandler.Answer(tapped.Data, context),
                [CriteriaVerbs.Next] = (tapped, context) => SelfCheckHandler.Next(tapped.Data, context),
                [CriteriaVerbs.Propose] = (tapped, context) => ProposalHandler.Form(tapped.Data, context),
                [CriteriaVerbs.Offer] = (tapped, context) => ProposalHandler.Offer(tapped.Data, context),
                [TaskVerbs.List] = TaskHandler.Tap,
                [TaskVerbs.New] = TaskHandler.Tap,
                [TaskVerbs.Set] = TaskHandler.Tap,
                [TaskVerbs.Open] = TaskHandler.Tap,
                [TaskVerbs.Student] = TaskHandler.Tap,
                [TaskVerbs.Decide] = TaskHandler.Tap,
                [TaskVerbs.Goals] = TaskHandler.Tap,
                [TaskVerbs.ForGoal] = TaskHandler.Tap,
                [TaskVerbs.Give] = TaskHandler.Tap,
                [TaskVerbs.Decline] = TaskHandler.Tap,
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.Criteria] = context => TaskHandler.Asked(context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<TasksTold>(SelfCheckHandler.Told),
                Routes<Person>.On<CriteriaGiven>(SelfCheckHandler.Given),
                Routes<Person>.On<CriteriaDeclined>(SelfCheckHandler.Declined),
            ],
            Alarms = [CheckTime.Due],
            AfterEach = (result, context) => result with { Head = CheckTime.WithAlarms(result.Person, context.Now) },
            Needs = TaskHandler.Needs,
        };

    public static Routes<Classroom> Class { get; } =
        new("Criteria")
        {
            Messages =
            [
                Routes<Classroom>.On<TaskSet>(TaskClassHandler.Set),
                Routes<Classroom>.On<TaskDecided>(TaskClassHandler.Decided),
            ],
        };
}
