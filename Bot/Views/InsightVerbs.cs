namespace Milestones.Views;

/// <summary>A month or a quarter of a class. On the wire and in old cards: they do not change.</summary>
internal static class InsightVerbs
{
    public const string Open = "teacher.insight";
    public const string Keep = "teacher.reteach";
    public const string ShareWith = "teacher.insight.with";
    public const string Share = "teacher.insight.share";
    public const string Review = "teacher.review";
}
