using Milestones.School;

namespace Milestones.Features.Mastery;

/// <summary>Why a list of targets cannot be taken.</summary>
internal enum TargetFault
{
    None,
    Empty,
    TooMany,
    TooLong,
}

/// <summary>Learning targets as a teacher types or pastes them.</summary>
/// <param name="Targets">All that were found, whatever is wrong with them.</param>
internal sealed record TargetList(IReadOnlyList<string> Targets)
{
    public TargetFault Fault =>
        Targets.Count == 0 ? TargetFault.Empty
        : Targets.Count > LearningUnit.MostTargets ? TargetFault.TooMany
        : TooLong > 0 ? TargetFault.TooLong
        : TargetFault.None;

    /// <summary>The place of the first that is too long, counted from 1; 0 where none is.</summary>
    public int TooLong => PastedList.TooLong(Targets, LearningUnit.LongestTarget);

    public static TargetList Read(string? text) => new(PastedList.Read(text));
}
