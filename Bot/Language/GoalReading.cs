using System.Runtime.InteropServices;

namespace Milestones.Language;

/// <summary>What a sentence typed to the coach is, before anything in it is used.</summary>
internal enum StatementKind
{
    Goal,
    Greeting,
    Question,
    Complaint,
    Command,
    Thanks,
    DontKnow,
    Chatter,
}

/// <summary>Where in the text something was read; in UTF-16 code units.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int Length);

/// <summary>A number and what it counts.</summary>
/// <param name="Value">A number as stated; a letter grade in grade points (A 4 … F 0, plus +0.3, minus -0.3).</param>
/// <param name="Unit">What it counts, as a normalised word: "percent", "letter_grade", "gpa", "points", "books",
/// "minutes/day"; null if unsaid.</param>
internal sealed record Quantity(double Value, string? Unit);

/// <summary>
/// A statement read for every aspect of a SMART goal at once. A span is null where the aspect is not in the text.
/// </summary>
/// <param name="Kind">Anything but <see cref="StatementKind.Goal"/> leaves the rest empty.</param>
/// <param name="Deadline">The last day meant; null where only a school calendar could tell ("this semester"), though
/// TimeBound is set.</param>
internal sealed record GoalReading(
    StatementKind Kind,
    TextLanguage Language,
    Area Area,
    TextSpan? Specific,
    TextSpan? Measurable,
    TextSpan? Plan,
    TextSpan? Reason,
    TextSpan? TimeBound,
    Quantity? Target,
    Quantity? Baseline,
    DateOnly? Deadline
)
{
    public bool IsGoal => Kind == StatementKind.Goal;
}
