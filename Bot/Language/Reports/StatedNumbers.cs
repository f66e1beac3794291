namespace Milestones.Language.Reports;

/// <summary>The questions of the coach in which numbers mean different things.</summary>
internal enum NumbersAsked
{
    /// <summary>"What is it you want to work on?" and "How will you know you made it?"</summary>
    Target,

    /// <summary>"Where are you now?"</summary>
    Baseline,

    /// <summary>Plan, obstacle, reason, day: numbers there are no measure, unless they correct one.</summary>
    Other,
}

/// <summary>The numbers an answer states of a goal.</summary>
/// <param name="Target">What is wanted; null where the answer says nothing of it.</param>
/// <param name="Baseline">Where it is now.</param>
/// <param name="Corrects">The number takes the place of one that was said before ("no, make it 85").</param>
internal sealed record StatedNumbers(Quantity? Target, Quantity? Baseline, bool Corrects);
