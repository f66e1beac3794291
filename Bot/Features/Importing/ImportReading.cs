namespace Milestones.Features.Importing;

/// <summary>One number of one student, as a file has it.</summary>
/// <param name="Student">The name as the file writes it; last name first where it has a comma.</param>
/// <param name="Measure">What was measured: a test, an assignment, absences.</param>
/// <param name="Unit">In the words of goals (<c>percent</c>, <c>absences</c>); null where the number says no more than
/// itself.</param>
internal sealed record ImportReading(int Row, string Student, string Measure, string? Unit, DateOnly On, double Value);

/// <summary>A row that is left out, and why.</summary>
internal sealed record ImportFlaw(int Row, ImportWhy Why, string Cell);

internal enum ImportWhy
{
    NoNumber,
    NoDay,
    NoName,
    FutureDay,
}

/// <summary>All that a file says, and what in it could not be taken.</summary>
/// <param name="Skipped">Cells that mean to say nothing: exempt, not submitted, read only.</param>
internal sealed record ImportContent(
    IReadOnlyList<ImportReading> Readings,
    IReadOnlyList<ImportFlaw> Flaws,
    int Skipped
)
{
    /// <summary>Decimal marks or the order of days can be read two ways, and nobody has said which.</summary>
    public bool AsksNumbers { get; init; }

    public bool AsksDays { get; init; }
}
