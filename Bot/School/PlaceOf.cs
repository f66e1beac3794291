using Milestones.Language.Wanted;

namespace Milestones.School;

/// <summary>Where in the conversation a person's words fall.</summary>
internal static class PlaceOf
{
    public static Place Person(Person person) =>
        person.Dialog switch
        {
            AskingWhat => Place.AskedWhat,
            AskingMeasure => Place.AskedMeasure,
            AskingBaseline or AskingDirection => Place.AskedBaseline,
            AskingPlan or AskingPlanDay => Place.AskedPlan,
            AskingObstacle => Place.AskedObstacle,
            AskingReason => Place.AskedReason,
            AskingDeadline or AskingSchoolDay => Place.AskedDeadline,
            AskingConfidence => Place.AskedConfidence,
            Drafting => Place.DraftShown,
            _ => person.Goals.Any(goal => goal.IsActive) ? Place.GoalSaved : Place.NothingOpen,
        };
}
