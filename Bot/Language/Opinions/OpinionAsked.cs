using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Opinions;

/// <summary>A sentence that was read with low confidence, and all a second reader is told of it.</summary>
/// <param name="Text">What was typed, as it was typed; what leaves is <see cref="Sent"/>.</param>
/// <param name="Place">Where: which question is open.</param>
/// <param name="Today">Dates are counted from it.</param>
internal sealed record OpinionAsked(string Text, Place Place, DateOnly Today, TextLanguage Language)
{
    /// <summary>
    /// The text as it leaves the bot: names, addresses and long numbers are covered, letter for letter, so that what is
    /// quoted from it stands at the same place of <see cref="Text"/>.
    /// </summary>
    public string Sent { get; init; } = Text;

    /// <summary>The goal's words as far as they are known, covered alike; null where none are.</summary>
    public string? GoalSent { get; init; }

    /// <summary>The goal a report would be about; null where it is not clear which, or nothing is reported.</summary>
    public ReportGoal? Goal { get; init; }
}
