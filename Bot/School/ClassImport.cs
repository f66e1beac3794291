using Milestones.Conversations;

namespace Milestones.School;

/// <summary>A number that came from a file of the school's, in the document of the student it is about.</summary>
/// <param name="Import">Which import brought it.</param>
/// <param name="Unit">In the words of goals; null where the number says no more than itself.</param>
internal sealed record ImportedValue(
    string Import,
    DocumentKey Class,
    string Measure,
    string? Unit,
    DateOnly On,
    double Value
)
{
    /// <summary>The kind of file; empty where an import did not say.</summary>
    public string Source { get; init; } = "";

    /// <summary>Kept with a student; older ones go.</summary>
    public const int Most = 40;

    /// <summary>From one file for one student.</summary>
    public const int MostAtOnce = 30;
}

/// <summary>Whether the numbers of a measure count for a goal: the student says so once.</summary>
/// <param name="GoalId">Null where they said no.</param>
internal sealed record NumberBinding(string Measure, string? GoalId);

/// <summary>An import as its class remembers it: no names, no numbers.</summary>
/// <param name="Id">From the file's bytes: the same file is the same import.</param>
/// <param name="Source">The file's kind.</param>
internal sealed record ClassImport(
    string Id,
    DateTimeOffset At,
    string? ByName,
    string Source,
    int Students,
    int Values
)
{
    public const int Most = 12;

    public static readonly TimeSpan Undoable = TimeSpan.FromDays(7);

    /// <summary>False while it is under way: then whoever imports the same file again ends it.</summary>
    public bool IsDone { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public bool MayBeUndone(DateTimeOffset now) => UndoneAt is null && now - At < Undoable;
}

/// <summary>What was said of a kind of table, by the mark of its heads.</summary>
internal sealed record ImportWay(string Heads, ImportChoices Choices)
{
    public const int Most = 8;
}
