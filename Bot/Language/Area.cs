namespace Milestones.Language;

/// <summary>
/// The five kinds of goal a school speaks of (docs/product.md, "Words used everywhere"), and none of them.
/// </summary>
internal enum Area
{
    None,
    Academic,
    Engagement,
    Behavior,
    SocialEmotional,
    FutureReadiness,
}
