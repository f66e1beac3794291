namespace Milestones.Language.Reports;

/// <summary>What a report is read against.</summary>
/// <param name="Unit">What the goal counts, as its measure has it: "percent", "books", "minutes/day"; null or "none"
/// for a goal without a number.</param>
/// <param name="Current">The latest value known; null where none was logged and no baseline was given.</param>
/// <param name="LowerIsBetter">Whether fewer or faster is the aim.</param>
internal sealed record ReportGoal(
    string Sentence,
    string? Unit,
    double? Baseline,
    double? Target,
    double? Current,
    bool LowerIsBetter
);
