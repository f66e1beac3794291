using Milestones.Language.Concerns;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Opinions;

/// <summary>
/// What of a second reader's answer could be checked against the sentence itself. All else it said is not in here;
/// readings take from it only where the rules were unsure (<see cref="Sharper"/>).
/// </summary>
/// <param name="Place">The place it was asked for: at another one it says nothing.</param>
internal sealed record Opinion(Place Place)
{
    public Intent? Wanted { get; init; }

    /// <summary>Whether the words answer the open question.</summary>
    public bool? Fits { get; init; }

    /// <summary>Why they do not.</summary>
    public Misfit? Why { get; init; }

    /// <summary>A number of the text that is aimed at.</summary>
    public double? Target { get; init; }

    /// <summary>A number of the text that says where it stands now.</summary>
    public double? Baseline { get; init; }

    /// <summary>What they count, where a word of the text says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Words of the text in which the date reader finds one day.</summary>
    public string? DayWords { get; init; }

    public string? PlanWords { get; init; }

    public string? ReasonWords { get; init; }

    /// <summary>What the values above take the place of.</summary>
    public GoalPart? Corrects { get; init; }

    /// <summary>What a report is, of <see cref="Goal"/>.</summary>
    public ReportKind? Report { get; init; }

    /// <summary>The report's number, which stands in the text.</summary>
    public double? Number { get; init; }

    /// <summary>The goal the report was asked about.</summary>
    public ReportGoal? Goal { get; init; }

    /// <summary>What the words may be about, of which nothing was seen here: worth a quiet question, no more.</summary>
    public Concern Concern { get; init; }

    /// <summary>Whether anything is left of it.</summary>
    public bool SaysSomething => this != new Opinion(Place) { Goal = Goal };
}

/// <summary>A part of a goal that a sentence can correct.</summary>
internal enum GoalPart : byte
{
    Target,
    Baseline,
    Deadline,
    Plan,
    Reason,
}

/// <summary>What a sentence reports of a goal.</summary>
internal enum ReportKind : byte
{
    Value,
    Change,
    Done,
    Effort,
    Setback,
    None,
}
