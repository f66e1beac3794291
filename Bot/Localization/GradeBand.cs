namespace Milestones.Localization;

/// <summary>
/// How old the student is, as far as wording and the number of questions go (docs/product.md, section 1).
/// </summary>
internal enum GradeBand
{
    KTo2,
    Grades3To5,
    Grades6To8,
    Grades9To12,
    College,
}
