using Milestones.School;

namespace Milestones.Features.Mastery;

/// <summary>What teachers make of a class's units, decided once more by the class.</summary>
internal static class UnitClassHandler
{
    public static TurnResult<Classroom> Begun(UnitBegun begun, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, begun.By)
                ? ClassUnits.Begun(context.Classroom, begun.Unit)
                : context.Classroom
        );

    public static TurnResult<Classroom> Decided(UnitDecided decided, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, decided.By)
                ? ClassUnits.Decided(context.Classroom, decided.Unit, decided.Act, context.Now)
                : context.Classroom
        );
}
