namespace Milestones.Views;

/// <summary>
/// What the buttons around the conference a student leads do. On the wire and in old cards: they do not change.
/// </summary>
internal static class ConferenceVerbs
{
    public const string Mine = "conference.mine";
    public const string Anew = "conference.anew";
    public const string Part = "conference.part";
    public const string Put = "conference.put";
    public const string TakeOut = "conference.takeOut";
    public const string LeaveOut = "conference.leaveOut";
    public const string Move = "conference.move";
    public const string Details = "conference.details";
    public const string SaveDetails = "conference.saveDetails";
    public const string Print = "conference.print";
    public const string Ready = "conference.ready";
    public const string NotReady = "conference.notReady";
    public const string Rehearse = "conference.rehearse";
    public const string LookBack = "conference.lookBack";
    public const string Goal = "conference.goal";
}
