namespace Milestones.Views;

/// <summary>What the buttons about a person's data do. On the wire and in old cards: they do not change.</summary>
internal static class OwnDataVerbs
{
    public const string Copy = "data.copy";
    public const string Keep = "data.keep";
}
