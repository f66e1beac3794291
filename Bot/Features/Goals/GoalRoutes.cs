using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>Saved goals: looking at them, their steps, progress, and changes on the way.</summary>
internal static class GoalRoutes
{
    public static Routes<Person> All { get; } =
        new("Goals")
        {
            Retired = [ProgressVerbs.Pick],
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [ShareVerbs.Goals] = ShareHandler.Find,
                [GoalVerbs.Mine] = (_, context) => GoalHandler.Mine(context),
                [GoalVerbs.Details] = Of((goal, _, context) => GoalHandler.Details(goal, context)),
                [GoalVerbs.UndoAct] = (tapped, context) =>
                    context.Person.LastAct?.Before.Id == tapped.Data.Text("goal") ? GoalRequests.Undo(context) : null,
                [GoalVerbs.AcceptMilestones] = Of(
                    (goal, _, context) => GoalHandler.AcceptMilestones(goal, Reviewed(context))
                ),
                [GoalVerbs.ChangeMilestones] = Of((goal, _, context) => GoalHandler.ChangeMilestones(goal, context)),
                [GoalVerbs.SubmitMilestones] = Of(
                    (goal, tapped, context) => GoalHandler.SubmitMilestones(goal, tapped.Data, Reviewed(context))
                ),
                [ProgressVerbs.Form] = Of((goal, _, context) => ProgressHandler.Form(goal, context)),
                [ProgressVerbs.Submit] = OfActive(ProgressHandler.Submit),
                [ProgressVerbs.Pick] = Of((goal, tapped, context) => ProgressHandler.Pick(goal, tapped.Data, context)),
                [ProgressVerbs.Plus] = OfActive(
                    (goal, tapped, context) => ProgressHandler.Plus(goal, tapped.Data, context)
                ),
                [ProgressVerbs.Undo] = Of(
                    (goal, tapped, context) => ProgressHandler.Undo(goal, tapped.Data.Text("entry"), context)
                ),
                [ProgressVerbs.Step] = OfActive(
                    (goal, tapped, context) => ProgressHandler.StepDone(goal, tapped.Data, context)
                ),
                [ProgressVerbs.Reached] = Of((goal, _, context) => ProgressHandler.Reached(goal, context)),
                [ProgressVerbs.Adjust] = Of((goal, _, context) => AdjustHandler.Form(goal, context)),
                [ProgressVerbs.SubmitAdjust] = Of(
                    (goal, tapped, context) => AdjustHandler.Submit(goal, tapped.Data, context)
                ),
                [ProgressVerbs.BreakDown] = Of((goal, _, context) => AdjustHandler.BreakDown(goal, context)),
                [ProgressVerbs.Close] = Of((goal, tapped, context) => AdjustHandler.Close(goal, tapped.Data, context)),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.MyGoals] = context => GoalHandler.Mine(context).Aside(),
                [Command.LogProgress] = context => ProgressHandler.Form(null, context).Aside(),
                [Command.Undo] = context => ProgressHandler.Undo(null, null, context).Aside(),
            },
            Wants = new Dictionary<Intent, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Intent.Progress] = ReportHandler.Hear,
                [Intent.MyGoals] = GoalHandler.Mine,
                [Intent.Status] = StatusHandler.Hear,
                [Intent.EditGoal] = GoalRequests.Edit,
                [Intent.DeleteGoal] = GoalRequests.Delete,
                [Intent.CloseGoal] = context =>
                    ReportHandler.GivesUp(context) ? ReportHandler.Hear(context) : GoalRequests.Close(context),
                [Intent.Undo] = context =>
                    !ReportCorrections.Complains(context.Heard.Text) ? ProgressHandler.Undo(null, null, context)
                    : ReportHandler.ReportsPlainly(context) ? ReportHandler.Hear(context)
                    : StatusHandler.Record(context),
            },
            Answers = GoalQuestions.Answer,
            AfterEach = GoalQuestions.Lapse,
        };

    /// <summary>A button about a goal of this person's: someone else's is as absent as one that never was.</summary>
    private static Func<Tapped, TurnContext<Person>, TurnResult<Person>?> Of(
        Func<Goal, Tapped, TurnContext<Person>, TurnResult<Person>> handler
    ) =>
        (tapped, context) =>
            context.Person.FindGoal(tapped.Data.Text("goal")) is { } goal ? handler(goal, tapped, context) : null;

    private static Func<Tapped, TurnContext<Person>, TurnResult<Person>?> OfActive(
        Func<Goal, Tapped, TurnContext<Person>, TurnResult<Person>> handler
    ) =>
        (tapped, context) =>
            context.Person.FindGoal(tapped.Data.Text("goal")) is { IsActive: true } goal
                ? handler(goal, tapped, context)
                : null;

    /// <summary>The milestones are dealt with: a later "yes" is not about them any more.</summary>
    private static TurnContext<Person> Reviewed(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones
            ? context with
            {
                Head = context.Person with { Dialog = null },
            }
            : context;
}
