using System.Text.Json.Serialization;
using Milestones.Language;

namespace Milestones.School;

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
    DateOnly CreatedOn
)
{
    /// <summary>
    /// The longest text of one field, in characters (UTF-16). Longer ones get a friendly answer, never a cut.
    /// </summary>
    public const int MaxLength = 500;

    /// <summary>More goals at once help nobody.</summary>
    public const int MaxActive = 10;

    /// <summary>How much recent progress stays with the goal; older entries are in the archive.</summary>
    public const int RecentProgress = 24;

    /// <summary>How many of its last changes stay with the goal; all are in the versions the archive keeps.</summary>
    public const int RecentChanges = 24;

    /// <summary>Counts every change of the goal itself; the versions before are in the archive.</summary>
    public int Version { get; init; } = 1;

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>In the order it was logged.</summary>
    public IReadOnlyList<ProgressEntry> Progress { get; init; } = [];

    /// <summary>What was changed since the goal was saved, and why.</summary>
    public IReadOnlyList<GoalChange> Changes { get; init; } = [];

    public DateOnly? ReachedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>It rests since then: nothing is behind or stuck until something is told of it again.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>What good work on it shows, and how the student sees theirs; null where nobody said.</summary>
    public SuccessCriteria? Criteria { get; init; }

    [JsonIgnore]
    public bool IsActive => ReachedOn is null && ClosedOn is null;

    /// <summary>The number now: the last one logged, else where it began.</summary>
    [JsonIgnore]
    public double? Current => Progress.LastOrDefault(entry => entry.Value is not null)?.Value ?? Measure.Baseline;

    /// <summary>How far it is, 0 to 1: by its number, else by its steps; null where neither tells.</summary>
    [JsonIgnore]
    public double? Share =>
        ReachedOn is not null ? 1
        : Current is { } value && Measure.Share(value) is { } share ? share
        : Milestones.Count > 0 && Measure.Target is null
            ? (double)Milestones.Count(step => step.ReachedOn is not null) / Milestones.Count
        : null;
}

/// <summary>A dated short-term step of a goal.</summary>
/// <param name="Title">What is to be done, in words; for a checkpoint of a number its reading.</param>
/// <param name="Value">The number to be at by then, where the goal has one.</param>
internal sealed record Milestone(string Title, DateOnly Due, double? Value = null)
{
    public DateOnly? ReachedOn { get; init; }

    /// <summary>The progress entry that reached it, so that undoing the one undoes the other.</summary>
    public string? ReachedBy { get; init; }
}

/// <summary>How a goal is measured.</summary>
/// <param name="Words">The student's own: "at least 80 on the next 3 quizzes".</param>
/// <param name="Unit">Normalised: <c>percent</c>, <c>letter_grade</c> (as grade points), <c>minutes/day</c>,
/// <c>books</c> …</param>
internal sealed record Measure(string? Words, double? Target = null, double? Baseline = null, string? Unit = null)
{
    public static Measure None { get; } = new(Words: null);

    /// <summary>
    /// True when the number is meant to go down or to stay low: from 6 tardies to 1, twice a week at most.
    /// </summary>
    [JsonIgnore]
    public bool LowerIsBetter =>
        Target < Baseline
        || (Baseline is null && ((Unit is { } unit && Units.IsBetterLower(unit)) || LimitWords.AreIn(Words)));

    /// <summary>How far <paramref name="value"/> is on the way to the target, 0 to 1; null without a target.</summary>
    /// <remarks>
    /// From the baseline where it is known, else from nothing; what shall become fewer is measured against how many are
    /// too many.
    /// </remarks>
    public double? Share(double value) =>
        (Target, Baseline) switch
        {
            (null, _) => null,
            ({ } target, _) when Meets(value, target) => 1,
            ({ } target, { } from) when from != target => Math.Clamp((value - from) / (target - from), 0, 1),
            ({ } target, _) when LowerIsBetter => Math.Clamp((target + 1) / (value + 1), 0, 1),
            ({ } target, _) => Math.Clamp(value / target, 0, 1),
        };

    /// <summary>Whether <paramref name="value"/> is at least as good as <paramref name="mark"/>.</summary>
    public bool Meets(double value, double mark) => LowerIsBetter ? value <= mark : value >= mark;
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
