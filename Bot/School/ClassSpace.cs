using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// How large a class's document may become. Each list in it has a limit of its own; what they come to together, in a
/// large class whose teachers write much, is bounded here: the oldest of what is looked back at goes first, as it does
/// from a full list.
/// </summary>
internal static class ClassSpace
{
    /// <summary>
    /// Bytes of JSON, without what is on its way and what was handled: with these it stays under 64 KB.
    /// </summary>
    public const int Most = 48 * 1024;

    public static Classroom Fitting(Classroom classroom)
    {
        var fitting = classroom;
        while (Kept(fitting) > Most && Less(fitting) is { } less)
            fitting = less;
        return fitting;
    }

    /// <summary>Zero for what JSON cannot hold: whoever writes it says so.</summary>
    public static int Kept(Classroom classroom)
    {
        try
        {
            return ScratchJson.Length(
                classroom with
                {
                    Outbox = OutboxState.Empty,
                    Handled = HandledTurns.None,
                    ToArchive = [],
                },
                ClassJson.Default.Classroom
            );
        }
        catch (ArgumentException)
        {
            return 0;
        }
    }

    /// <summary>Null where nothing more can go.</summary>
    private static Classroom? Less(Classroom classroom) =>
        classroom.Reteach.Count > 1 ? classroom with { Reteach = [.. classroom.Reteach.Skip(1)] }
        : classroom.Reviews.Count > 1 ? classroom with { Reviews = [.. classroom.Reviews.Skip(1)] }
        : classroom.ImportWays.Count > 1 ? classroom with { ImportWays = [.. classroom.ImportWays.Skip(1)] }
        : classroom.Units.Count > 1 ? classroom with { Units = Without(classroom.Units, unit => unit.ClosedAt) }
        : classroom.Tasks.Count > 1 ? classroom with { Tasks = Without(classroom.Tasks, task => task.ClosedAt) }
        : null;

    /// <summary>Without the oldest that is over, else without the oldest.</summary>
    private static List<T> Without<T>(IReadOnlyList<T> all, Func<T, DateTimeOffset?> over)
        where T : class
    {
        var goes = all.FirstOrDefault(one => over(one) is not null) ?? all[0];
        return [.. all.Where(one => one != goes)];
    }
}
