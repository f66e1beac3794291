namespace Milestones.School;

/// <summary>
/// What teachers who looked at a period's figures together noted and decided: one for each period, the last that was
/// kept.
/// </summary>
/// <param name="Period">The month (<c>2026-09</c>) or the quarter (<c>2026-Q3</c>).</param>
/// <param name="By">Entra object id of who kept it.</param>
internal sealed record ReviewNote(string Period, string By, string Decision)
{
    /// <summary>Kept with a class; older ones go.</summary>
    public const int Most = 6;

    /// <summary>In characters (UTF-16).</summary>
    public const int LongestDecision = 200;
    public const int LongestNotes = 600;

    public string? Notes { get; init; }

    public string? ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public static IReadOnlyList<ReviewNote> With(IReadOnlyList<ReviewNote> notes, ReviewNote note) =>
        [.. notes.Where(one => one.Period != note.Period).Append(note).OrderBy(one => one.At).TakeLast(Most)];

    /// <summary>What was decided the last time, whatever period that was about; null for the first time.</summary>
    public static ReviewNote? Before(IReadOnlyList<ReviewNote> notes, string period) =>
        notes.LastOrDefault(one => one.Period != period);
}
