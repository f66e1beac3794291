namespace Milestones.Goals;

/// <summary>A goal a student saved. The words are theirs; numbers and days are what was read in them.</summary>
/// <param name="Sentence">The goal in one sentence, as the student approved it.</param>
/// <param name="ToSharpen">Aspects that were answered vaguely and taken as they are.</param>
internal sealed record Goal(
    string Id,
    string Sentence,
    Area Area,
    Measure Measure,
    string? Plan,
    string? Obstacle,
    string? Reason,
    int? Confidence,
    DateOnly? Deadline,
    Aspects Present,
    Aspects ToSharpen,
    DateOnly CreatedOn)
{
    /// <summary>The longest text of one field, in characters (UTF-16). Longer ones get a friendly answer, never a cut.</summary>
    public const int MaxLength = 500;

    /// <summary>More goals at once help nobody.</summary>
    public const int MaxActive = 10;

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
}

/// <summary>A dated short-term step of a goal.</summary>
/// <param name="Title">What is to be done, in words; for a checkpoint of a number its reading.</param>
/// <param name="Value">The number to be at by then, where the goal has one.</param>
internal sealed record Milestone(string Title, DateOnly Due, double? Value = null)
{
    public DateOnly? ReachedOn { get; init; }
}

/// <summary>How a goal is measured.</summary>
/// <param name="Words">The student's own: "at least 80 on the next 3 quizzes".</param>
/// <param name="Unit">Normalised: <c>percent</c>, <c>letter_grade</c> (as grade points), <c>minutes/day</c>, <c>books</c> …</param>
internal sealed record Measure(string? Words, double? Target = null, double? Baseline = null, string? Unit = null)
{
    public static Measure None { get; } = new(Words: null);

    /// <summary>True when the number is meant to go down: from 6 tardies to 1.</summary>
    public bool LowerIsBetter => Target < Baseline || (Baseline is null && Unit is { } unit && Units.IsBetterLower(unit));

    /// <summary>How far <paramref name="value"/> is on the way from baseline to target, 0 to 1; null where there is no way to measure.</summary>
    public double? Share(double value)
    {
        var start = Baseline ?? (Unit is { } unit && Units.IsCounted(unit) ? 0 : null);
        return Target is not { } target || start is not { } from || from == target
            ? null
            : Math.Clamp((value - from) / (target - from), 0, 1);
    }
}

/// <summary>The five letters of SMART, as a set.</summary>
[Flags]
internal enum Aspects
{
    None = 0,
    Specific = 1,
    Measurable = 2,
    Achievable = 4,
    Relevant = 8,
    TimeBound = 16,
    All = 31,
}
