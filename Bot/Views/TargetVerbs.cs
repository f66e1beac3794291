namespace Milestones.Views;

/// <summary>
/// What a student's buttons around learning targets do. On the wire and in old cards: they do not change.
/// </summary>
internal static class TargetVerbs
{
    public const string Mine = "targets.mine";
    public const string Begin = "targets.begin";
    public const string Rate = "targets.rate";
    public const string Show = "targets.show";
    public const string Goal = "targets.goal";
}
