using Milestones.School;

namespace Milestones.Features.Importing;

/// <summary>What a class remembers of its imports.</summary>
internal static class ClassImportHandler
{
    public static TurnResult<Classroom> Noted(ImportNoted noted, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return Teachers.Teaches(classroom, noted.By)
            ? new(
                classroom with
                {
                    Imports =
                    [
                        .. classroom
                            .Imports.Where(one => one.Id != noted.Import.Id)
                            .Append(noted.Import)
                            .TakeLast(ClassImport.Most),
                    ],
                    ImportWays = noted.Way is { } way
                        ?
                        [
                            .. classroom
                                .ImportWays.Where(one => one.Heads != way.Heads)
                                .Append(way)
                                .TakeLast(ImportWay.Most),
                        ]
                        : classroom.ImportWays,
                }
            )
            : new(classroom);
    }
}
