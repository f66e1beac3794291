namespace Milestones.Features.Safety;

/// <summary>What the buttons of a call for help do. On the wire and in old cards: they do not change.</summary>
internal static class AlertVerbs
{
    public const string OnIt = "alert.onIt";
    public const string FalseAlarm = "alert.falseAlarm";
}
