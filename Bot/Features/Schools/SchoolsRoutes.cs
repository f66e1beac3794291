using Milestones.School;

namespace Milestones.Features.Schools;

/// <summary>A school in numbers: each class counts in the night, and its school adds up.</summary>
internal sealed class SchoolsRoutes(SchoolOptions school)
{
    public Routes<Classroom> Class =>
        field ??= new("Schools")
        {
            Alarms = [context => NightHandler.Ring(context, school)],
            AfterEach = (result, context) =>
                result with
                {
                    Head = NightHandler.WithAlarm(result.Classroom, context.Now),
                },
            Needs = (classroom, turn, _) => NightHandler.Needs(classroom, turn),
        };

    public Routes<SchoolRollup> School =>
        field ??= new("Schools")
        {
            Messages =
            [
                Routes<SchoolRollup>.On<SchoolCounted>((told, context) => RollupHandler.Counted(told, context, school)),
                Routes<SchoolRollup>.On<SchoolNamed>((named, context) => RollupHandler.Named(named, context, school)),
            ],
        };
}
