namespace Milestones.School;

/// <summary>What a teacher wanted to teach again after looking at a period's figures, in their words.</summary>
/// <param name="Period">The month (<c>2026-09</c>) or the quarter (<c>2026-Q3</c>).</param>
/// <param name="By">Entra object id.</param>
internal sealed record ReteachNote(string Period, string By, string Text)
{
    /// <summary>Kept with a class; older ones go.</summary>
    public const int Most = 24;

    /// <summary>In characters (UTF-16).</summary>
    public const int MaxLength = 300;

    public string? ByName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>One for each teacher and period; the last counts.</summary>
    public static IReadOnlyList<ReteachNote> With(IReadOnlyList<ReteachNote> notes, ReteachNote note) =>
        [.. notes.Where(one => one.Period != note.Period || one.By != note.By).Append(note).TakeLast(Most)];
}
