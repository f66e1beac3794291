using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>Why a list of criteria cannot be taken.</summary>
internal enum CriteriaFault
{
    None,
    Empty,
    TooFew,
    TooMany,
    TooLong,
}

/// <summary>Success criteria as somebody types or pastes them.</summary>
/// <param name="Sentences">All that were found, whatever is wrong with them.</param>
internal sealed record CriteriaList(IReadOnlyList<string> Sentences)
{
    public CriteriaFault Fault =>
        Sentences.Count == 0 ? CriteriaFault.Empty
        : Sentences.Count < SuccessCriteria.Fewest ? CriteriaFault.TooFew
        : Sentences.Count > SuccessCriteria.Most ? CriteriaFault.TooMany
        : PastedList.TooLong(Sentences, SuccessCriteria.LongestText) > 0 ? CriteriaFault.TooLong
        : CriteriaFault.None;

    public static CriteriaList Read(string? text) => new(PastedList.Read(text));

    /// <summary>What is wrong, in words; null where nothing is.</summary>
    public string? Wrong(Voice voice) =>
        Fault == CriteriaFault.None
            ? null
            : voice.Say(
                $"Criteria.Fault.{Fault}",
                ("n", Sentences.Count),
                ("fewest", SuccessCriteria.Fewest),
                ("most", SuccessCriteria.Most),
                ("max", SuccessCriteria.LongestText),
                ("place", PastedList.TooLong(Sentences, SuccessCriteria.LongestText))
            );
}
