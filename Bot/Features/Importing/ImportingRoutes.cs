using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Importing;

/// <summary>Numbers from the school's own files: into a student's document, out of it again, and for a goal.</summary>
internal static class ImportingRoutes
{
    public static Routes<Person> Private { get; } =
        new("Importing")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [NumberVerbs.Count] = (tapped, context) => NumbersHandler.Count(tapped.Data, context),
            },
            Messages =
            [
                Routes<Person>.On<ValuesImported>(NumbersHandler.Received),
                Routes<Person>.On<ImportTakenBack>(NumbersHandler.TakenBack),
            ],
        };

    public static Routes<Classroom> Class { get; } =
        new("Importing") { Messages = [Routes<Classroom>.On<ImportNoted>(ClassImportHandler.Noted)] };
}
