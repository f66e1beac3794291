namespace Milestones.School;

/// <summary>One report of how it goes.</summary>
/// <param name="Value">The number after it: for things that add up the new total. Null for words alone.</param>
/// <param name="Evidence">A link or words that show it.</param>
internal sealed record ProgressEntry(
    string Id,
    double? Value,
    DateOnly On,
    string? Note = null,
    string? Evidence = null
);

/// <summary>A change of the goal itself.</summary>
/// <param name="Version">The version before it, kept whole in the archive.</param>
internal sealed record GoalChange(int Version, DateOnly On, ChangeKind Kind, string? Reason);

internal enum ChangeKind
{
    BrokenDown,
    Raised,
    Extended,
    Shrunk,
    Closed,
    Edited,
}
