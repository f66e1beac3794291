namespace Milestones.Views;

/// <summary>What the buttons around a class do. On the wire and in old cards: they do not change.</summary>
internal static class ClassVerbs
{
    public const string SetUp = "class.setUp";
    public const string Save = "class.save";
    public const string Check = "class.check";
    public const string Report = "class.report";
    public const string NotOurs = "class.notOurs";
    public const string Claim = "class.claim";
    public const string Confirm = "class.confirm";
    public const string Deny = "class.deny";
}
