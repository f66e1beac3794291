namespace Milestones.Views;

/// <summary>
/// What the buttons of the goal cards do. The names are on the wire and in old cards: they do not change.
/// </summary>
internal static class GoalVerbs
{
    public const string New = "goal.new";
    public const string Form = "goal.form";
    public const string Save = "goal.save";
    public const string Change = "goal.change";
    public const string Add = "goal.draft.add";
    public const string Sure = "goal.draft.sure";
    public const string SubmitForm = "goal.submitForm";
    public const string Later = "goal.later";
    public const string Continue = "goal.continue";
    public const string Mine = "goal.mine";
    public const string UndoAct = "goal.undo";
    public const string Details = "goal.details";
    public const string AcceptMilestones = "goal.milestones.accept";
    public const string ChangeMilestones = "goal.milestones.change";
    public const string SubmitMilestones = "goal.milestones.submit";
}
