using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>The day a teacher gave; decided once more by the class, which tells its members.</summary>
internal static class ClassDayHandler
{
    public static TurnResult<Classroom> Set(ConferenceDaySet set, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, set.By)
                ? context.Classroom with
                {
                    ConferenceOn = set.On,
                }
                : context.Classroom
        );
}
