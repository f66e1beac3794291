namespace Milestones.Language.Opinions;

/// <summary>What a second reader answered, unchecked: nothing in it is trusted.</summary>
internal sealed record OpinionAnswer
{
    public string? Intent { get; init; }

    public bool? Fits { get; init; }

    public string? Misfit { get; init; }

    public double? Target { get; init; }

    public double? Baseline { get; init; }

    public string? Unit { get; init; }

    /// <summary>The words of the text that name the day.</summary>
    public string? DayWords { get; init; }

    /// <summary>The day itself, as <c>2026-12-18</c>.</summary>
    public string? Day { get; init; }

    public string? PlanWords { get; init; }

    public string? ReasonWords { get; init; }

    public string? Corrects { get; init; }

    public string? Report { get; init; }

    public double? Number { get; init; }

    public string? Concern { get; init; }
}
