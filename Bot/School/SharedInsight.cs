namespace Milestones.School;

/// <summary>
/// A class's figures as a teacher lets others see them, in that teacher's language: of nobody by name, and of no class.
/// </summary>
/// <param name="Title">Which period.</param>
internal sealed record SharedInsight(string Title)
{
    public IReadOnlyList<SharedPart> Parts { get; init; } = [];

    /// <summary>How the figures are counted.</summary>
    public string Rules { get; init; } = "";
}

internal sealed record SharedPart(string Heading)
{
    public IReadOnlyList<SharedRow> Rows { get; init; } = [];
}

internal sealed record SharedRow(string Name, string Words);
