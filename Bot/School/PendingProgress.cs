namespace Milestones.School;

/// <summary>Progress that fits more than one goal, until the student says which.</summary>
/// <param name="Id">The id the entry will have, and the token of the card that asks.</param>
internal sealed record PendingProgress(
    string Id,
    double Value,
    bool Adds,
    DateOnly On,
    string Note,
    IReadOnlyList<string> GoalIds
);
