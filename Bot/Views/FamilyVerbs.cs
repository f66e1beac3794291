namespace Milestones.Views;

/// <summary>What the buttons about links for home do. On the wire and in old cards: they do not change.</summary>
internal static class FamilyVerbs
{
    public const string Mine = "family.mine";
    public const string Make = "family.make";
    public const string TakeBack = "family.takeBack";
    public const string OfClass = "family.ofClass";
    public const string MakeFor = "family.makeFor";
    public const string TakeBackFor = "family.takeBackFor";
}
