using Milestones.Language;
using Milestones.Language.Parts;

namespace Milestones.School;

/// <summary>Against what a person's words are read: what is open, and the numbers of the goal it is about.</summary>
internal static class SettingOf
{
    public static PartSetting Person(Person person) =>
        person.Dialog is Drafting drafting ? Draft(drafting.Draft, PlaceIn(drafting))
        : person.Dialog is not AskingFirstWords && About(person) is { } goal ? Goal(goal, PlaceAfter(person))
        : new(PartPlace.Start);

    private static Goal? About(Person person) =>
        (person.Question?.GoalId is { } asked ? person.FindGoal(asked) : null)
        ?? person.Goals.LastOrDefault(goal => goal.IsActive);

    /// <summary>A saved goal's numbers.</summary>
    public static PartSetting Goal(Goal goal, PartPlace place = PartPlace.Rest) =>
        new(
            place,
            goal.Measure.Baseline,
            goal.Current,
            goal.Measure.Target,
            goal.Measure.Target is null ? null : goal.Measure.LowerIsBetter,
            Folding.Fold($"{goal.Sentence} {goal.Measure.Unit}"),
            goal.Measure.Unit
        );

    /// <summary>What is known of a goal in the making.</summary>
    public static PartSetting Draft(GoalDraft draft, PartPlace place) =>
        new(
            place,
            draft.Measure.Baseline,
            null,
            draft.Measure.Target,
            draft.Measure is { Baseline: not null, Target: not null } both ? both.LowerIsBetter : null,
            Folding.Fold($"{draft.FirstWords} {draft.What} {draft.Measure.Unit}")
        );

    /// <summary>The same where a field of it is asked for; the draft is shown where none is.</summary>
    public static PartSetting Asked(GoalDraft draft, Fields asked) =>
        Draft(
            draft,
            asked switch
            {
                Fields.What => PartPlace.Start,
                Fields.Measure when draft.Measure.Baseline is not null => PartPlace.AskTarget,
                Fields.Measure => PartPlace.AskMeasure,
                Fields.Baseline => PartPlace.AskNow,
                Fields.Plan => PartPlace.AskPlan,
                Fields.Obstacle => PartPlace.AskObstacle,
                Fields.Reason => PartPlace.AskWhy,
                Fields.Deadline => PartPlace.AskWhen,
                Fields.Confidence => PartPlace.AskSure,
                _ => PartPlace.Draft,
            }
        );

    private static PartPlace PlaceIn(Drafting drafting) =>
        drafting switch
        {
            AskingWhat => PartPlace.Start,
            AskingMeasure when drafting.Draft.Measure.Baseline is not null => PartPlace.AskTarget,
            AskingMeasure => PartPlace.AskMeasure,
            AskingBaseline or AskingDirection => PartPlace.AskNow,
            AskingPlan or AskingPlanDay => PartPlace.AskPlan,
            AskingObstacle => PartPlace.AskObstacle,
            AskingReason => PartPlace.AskWhy,
            AskingDeadline or AskingSchoolDay => PartPlace.AskWhen,
            AskingConfidence => PartPlace.AskSure,
            _ => PartPlace.Draft,
        };

    private static PartPlace PlaceAfter(Person person) =>
        person.Heavy is { IsOpen: true } ? PartPlace.AskedHeavy
        : person.Dialog is ReviewingMilestones ? PartPlace.Steps
        : person.Question?.Kind switch
        {
            GoalAsked.Hardest or GoalAsked.NextTry or GoalAsked.SamePlan or GoalAsked.BreakDown => PartPlace.Missed,
            GoalAsked.HowMuch or GoalAsked.OutOfHowMany or GoalAsked.IsItThis => PartPlace.AskNumber,
            null when person is { LastEntry: { } entry, LastSaid.Entry: { } made } && entry == made => PartPlace.Logged,
            _ => PartPlace.Rest,
        };
}
