namespace Milestones.Views;

/// <summary>What the message extension searches. Also commands of the manifest: they do not change.</summary>
internal static class ShareVerbs
{
    public const string Goals = "share.goals";
}
