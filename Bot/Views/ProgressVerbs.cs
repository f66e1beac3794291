namespace Milestones.Views;

/// <summary>
/// What the buttons around progress and changes do. On the wire and in old cards: they do not change.
/// </summary>
internal static class ProgressVerbs
{
    public const string Form = "progress.form";
    public const string Submit = "progress.submit";
    public const string Pick = "progress.pick";
    public const string Plus = "progress.plus";
    public const string Undo = "progress.undo";
    public const string Step = "progress.step";
    public const string Reached = "progress.reached";
    public const string Adjust = "goal.adjust";
    public const string SubmitAdjust = "goal.adjust.submit";
    public const string BreakDown = "goal.breakDown";
    public const string Close = "goal.close";
}
