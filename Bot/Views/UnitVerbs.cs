namespace Milestones.Views;

/// <summary>What a teacher's buttons around units do. On the wire and in old cards: they do not change.</summary>
internal static class UnitVerbs
{
    public const string List = "units.list";
    public const string New = "units.new";
    public const string Start = "units.start";
    public const string Map = "units.map";
    public const string Student = "units.student";
    public const string Mark = "units.mark";
    public const string Decide = "units.decide";
}
