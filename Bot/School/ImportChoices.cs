namespace Milestones.School;

/// <summary>
/// What a teacher said of a file: which column is which, and how it is written. Remembered for the class.
/// </summary>
/// <param name="Who">The heads of columns, for a table that is none of the known ones; null where it is.</param>
/// <param name="When">Null where the table has no day: then it is today.</param>
/// <param name="Unit">The unit of the numbers; null for none.</param>
internal sealed record ImportChoices(
    string? Who,
    string? What,
    string? When,
    string? Value,
    string? Unit,
    bool? DecimalComma,
    bool? DayFirst
)
{
    public static ImportChoices None { get; } = new(null, null, null, null, null, null, null);

    /// <summary>Codes of attendance, where somebody said what they mean.</summary>
    public IReadOnlyList<CodeMeaning> Codes { get; init; } = [];

    /// <summary>Null where nobody said.</summary>
    public string? MeaningOf(string code) =>
        Codes.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Meaning;
}

/// <param name="Meaning"><c>absent</c>, <c>tardy</c>, or <c>none</c> of both.</param>
internal sealed record CodeMeaning(string Code, string Meaning);
