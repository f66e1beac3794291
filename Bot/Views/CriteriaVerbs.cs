namespace Milestones.Views;

/// <summary>
/// What a student's buttons around success criteria do. On the wire and in old cards: they do not change.
/// </summary>
internal static class CriteriaVerbs
{
    public const string Mine = "criteria.mine";
    public const string Check = "criteria.check";
    public const string Answer = "criteria.answer";
    public const string Next = "criteria.next";
    public const string Propose = "criteria.propose";
    public const string Offer = "criteria.offer";
}
