using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>What a line surely does where a goal is saved and none is in the making.</summary>
/// <param name="want">Does what somebody wants; null where nothing does.</param>
internal sealed class SavedByActs(Func<Intent, TurnContext<Person>, TurnResult<Person>?> want)
{
    public TurnResult<Person>? Hear(PartAct act, TurnContext<Person> context) =>
        context.Person.Question is { Kind: GoalAsked.Hardest or GoalAsked.NextTry } asked
        && context.Person.FindGoal(asked.GoalId) is { } goal
        && AfterSetback(act, goal, context) is { } answered
            ? answered
            : act switch
            {
                PartAct.Undo => want(Intent.Undo, context),
                PartAct.Protest when context.Person.Question is null => IsJustLogged(context.Person)
                    ? TakenBack(context)
                    : Sorry(context),
                PartAct.ChangeNumber
                or PartAct.ChangeDate
                or PartAct.ChangePlan
                or PartAct.ChangeTitle
                or PartAct.Easier => GoalRequests.Edit(act, context),
                PartAct.Fix when IsJustLogged(context.Person) => ReportCorrections.PutRight(context),
                PartAct.Yes or PartAct.Ack when context.Person.Dialog is ReviewingMilestones =>
                    CoachingHandler.TakeSteps(context),
                PartAct.Pause => want(Intent.PauseMessages, context),
                PartAct.Stop => want(Intent.StopMessages, context),
                PartAct.Delete => want(Intent.DeleteGoal, context),
                PartAct.NewGoal => want(Intent.NewGoal, context),
                PartAct.Wish => want(Intent.Goal, context),
                PartAct.Language => want(Intent.Language, context),
                PartAct.Plan => new(
                    context.Person,
                    new Say(context.Voice["Plan.Told"], context.Voice.List("Suggest.AfterAnswer"))
                ),
                PartAct.Later when context.Person.Question is { Kind: GoalAsked.HowMuch or GoalAsked.OutOfHowMany } =>
                    new(context.Person, new Say(context.Voice["Answer.WhenYouKnow"])),
                PartAct.Later when !LooksAhead(context) || SureAct.IsSurely(act, context) => want(
                    Intent.Farewell,
                    context
                ),
                PartAct.Back => new TurnResult<Person>(
                    context.Person,
                    new Say(context.Voice["Unknown.Greeting.InDialog"])
                ).Then(want(Intent.Status, context)!),
                PartAct.Feeling when context.Person.Question is null => Feelings.Met(want, context),
                PartAct.Chat or PartAct.Explain when context.Person.Question is null => want(Intent.Sharing, context),
                PartAct.Ack when context.Person is { Question: null, Dialog: null } => want(Intent.Thanks, context),
                PartAct.Gain
                or PartAct.Setback
                or PartAct.Same
                or PartAct.Effort
                or PartAct.Done when context.Person.Question is null && ReportHandler.IsPlaced(context) => want(
                    Intent.Progress,
                    context
                ),
                _ when context.Person.Question is null && PartFamilies.Of(act) == PartFamily.News => ReportHandler.Told(
                    act,
                    context
                ),
                _ => null,
            };

    /// <summary>"I will share my crayons tomorrow" is told, and leaves nothing for later.</summary>
    private static bool LooksAhead(TurnContext<Person> context) =>
        context.Heard.Wanted(PlaceOf.Person(context.Person)).Best is Intent.Sharing or Intent.Progress;

    /// <summary>What could help was asked: a plan is kept and not asked for again.</summary>
    private static TurnResult<Person>? AfterSetback(PartAct act, Goal goal, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Plan or PartAct.ChangePlan => GoalAnswers.TriesThat(goal, context),
            PartAct.Skip or PartAct.No or PartAct.Later => GoalAnswers.Skipped(context),
            PartAct.Protest => GoalAnswers.Glad(goal, context)
                ?? Sorry(context with { Head = context.Person with { Question = null } }),
            PartAct.Explain when context.Person.Question is { Kind: GoalAsked.NextTry } => GoalAnswers.TellsWhy(
                goal,
                context
            ),
            _ => null,
        };

    private static bool IsJustLogged(Person person) =>
        person is { Question: null, LastEntry: { } entry }
        && person.LastSaid?.Entry == entry
        && person.Goals.Any(goal => goal.Progress is [.., { Value: not null } last] && last.Id == entry);

    /// <summary>"That's brody's": the number logged last was none of theirs.</summary>
    private TurnResult<Person>? TakenBack(TurnContext<Person> context) =>
        ReportCorrections.Complains(context.Heard.Text)
            ? Sorry(context)
            : new TurnResult<Person>(context.Person, new Say(context.Voice["Answer.Sorry.Back"])).Then(
                want(Intent.Undo, context)!
            );

    /// <summary>Something was not right, and it is not said what would be: said once more, in other words.</summary>
    public static TurnResult<Person> Sorry(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Answer.Sorry.Again"], context.Voice.List("Suggest.Home")));
}
