namespace Milestones.Views;

/// <summary>
/// What a teacher's buttons around the conferences of a class do. On the wire and in old cards: they do not change.
/// </summary>
internal static class ConferencesVerbs
{
    public const string List = "conferences.list";
    public const string Day = "conferences.day";
    public const string Print = "conferences.print";
}
