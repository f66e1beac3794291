using Milestones.Language;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// What one class adds to its school's figures of a term; the class keeps it, so that the next night can put another
/// in its place.
/// </summary>
/// <param name="Term">The first day of the term.</param>
internal sealed record SchoolPart(DateOnly Term, GradeBand Band)
{
    /// <summary>The school's name as it was told; empty where the tenant is one school.</summary>
    public string School { get; init; } = "";

    public SchoolCount Count { get; init; } = SchoolCount.None;

    /// <summary>By kind of goal; kinds of too few students are among those of no kind.</summary>
    public IReadOnlyList<AreaCount> Areas { get; init; } = [];

    public bool IsSame(SchoolPart? other) =>
        other is not null
        && (School, Term, Band, Count) == (other.School, other.Term, other.Band, other.Count)
        && Areas.SequenceEqual(other.Areas);
}

internal sealed record AreaCount(Area Area)
{
    public SchoolCount Count { get; init; } = SchoolCount.None;
}

internal sealed record GradeCount(GradeBand Band)
{
    public SchoolCount Count { get; init; } = SchoolCount.None;
}
