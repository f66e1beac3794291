using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// What a line surely does while a goal is in the making: a number or a day that was asked for, what is put right, and
/// at the draft nothing but that.
/// </summary>
/// <param name="want">Does what somebody wants; null where nothing does.</param>
internal sealed class MakingByActs(Func<Intent, TurnContext<Person>, TurnResult<Person>?> want)
{
    public TurnResult<Person>? Hear(PartAct act, Drafting drafting, TurnContext<Person> context) =>
        drafting switch
        {
            ReviewingDraft draft => AtDraft(act, draft, context),
            Asking asking => InAsking(act, asking, context),
            _ => null,
        };

    private TurnResult<Person>? InAsking(PartAct act, Asking asking, TurnContext<Person> context) =>
        act switch
        {
            PartAct.Later => want(Intent.Farewell, context),
            PartAct.Fix
            or PartAct.Measure
                when asking is not (AskingMeasure or AskingBaseline or AskingWhat or AskingDirection)
                    && CoachingHandler.PutRight(asking, context) is { } right => right,
            // "That wasnt my plan, my plan is …" says what is right.
            PartAct.Protest when WordCount.Of(context.Heard.Text) > 1 => CoachingHandler.Renamed(asking, context)
                ?? CoachingHandler.Misfits(asking, Misfit.Correction, context),
            _ when Answers(act, asking) && !IsOtherNumber(asking, context) => CoachingHandler.Hear(
                asking,
                context.Heard.Text,
                context
            ),
            PartAct.Skip when Short.SaysSkip(context.Heard.Text) => CoachingHandler.Skip(asking, context),
            PartAct.Skip when !Short.IsUnknowing(context.Heard.Text) => CoachingHandler.Misfits(
                asking,
                Misfit.Refusal,
                context
            ),
            _ => null,
        };

    /// <summary>"80% on the next quiz" is no day.</summary>
    private static bool IsOtherNumber(Asking asking, TurnContext<Person> context) =>
        asking is AskingDeadline
        && context.Heard.Date.Finding == DateFinding.None
        && AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language) is not null;

    /// <summary>
    /// A number or a day that was asked for. Longer answers are weighed against what else they could be.
    /// </summary>
    private static bool Answers(PartAct act, Asking asking) =>
        (asking, act)
            is
                (AskingDeadline, PartAct.Deadline)
                or
                (AskingConfidence, PartAct.Sure)
                or
                (AskingMeasure or AskingBaseline, PartAct.Measure);

    /// <summary>A plan, a reason or what gets in the way, as it was asked for, and surely nothing else.</summary>
    public static bool AnswersSurely(Asking asking, TurnContext<Person> context) =>
        SureAct.Of(context) is { } act
        && (asking, act)
            is
                (AskingPlan, PartAct.Plan)
                or
                (AskingReason, PartAct.Reason)
                or
                (AskingObstacle, PartAct.Obstacle)
        && SureAct.IsSurely(act, context)
        && !context.Heard.Text.TrimEnd().EndsWith('?')
        && !(
            asking.Draft.Measure.Target is null
            && AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language) is not null
        );

    /// <summary>At the draft only what puts something right changes it.</summary>
    private TurnResult<Person>? AtDraft(PartAct act, ReviewingDraft draft, TurnContext<Person> context) =>
        act switch
        {
            _ when context.Heard.Wanted(Place.DraftShown) is { IsSure: true, Best: Intent.Undo }
                    && DraftHandler.TakeBack(context) is { } before => before,
            // "Should say 0, the rest is good" was changed, and is shown first.
            PartAct.Yes
                when !context.Heard.Text.Any(char.IsAsciiDigit) => DraftHandler.Save(draft, context),
            PartAct.No or PartAct.Protest when CoachingHandler.ChangesNothing(draft, context) =>
                CoachingHandler.AsksWhat(draft, context),
            PartAct.Later => want(Intent.Farewell, context),
            PartAct.Feeling => want(Intent.Emotion, context)?.Aside(),
            PartAct.Chat or PartAct.Explain or PartAct.Hello or PartAct.Skip => new TurnResult<Person>(
                context.Person
            ).Aside(),
            _ when CoachingHandler.BeginsWithSure(context) => CoachingHandler.Hear(draft, context.Heard.Text, context),
            PartAct.Sure when CoachingHandler.IsSure(draft, context) is { } sure => sure,
            PartAct.ChangePlan => CoachingHandler.ChangesPlan(draft, context),
            PartAct.ChangeTitle when NewName.In(context.Heard.Text) is { } name => CoachingHandler.Renamed(
                draft,
                name,
                context
            ),
            PartAct.Undo => DraftHandler.TakeBack(context),
            PartAct.Back => CoachingHandler.Again(draft, context),
            PartAct.Easier when CoachingHandler.ChangesNothing(draft, context) => CoachingHandler.AsksWhat(
                draft,
                context
            ),
            PartAct.Fix when CoachingHandler.ChangesNothing(draft, context) => CoachingHandler.AddsToPlan(
                draft,
                context
            ) ?? CoachingHandler.AsksWhat(draft, context),
            PartAct.Fix
            or PartAct.ChangeNumber
            or PartAct.ChangeDate
            or PartAct.ChangeTitle
            or PartAct.Easier
            or PartAct.Plan
            or PartAct.Deadline
            or PartAct.Measure => CoachingHandler.Revise(draft, context),
            _ => null,
        };
}
