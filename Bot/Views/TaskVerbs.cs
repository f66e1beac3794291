namespace Milestones.Views;

/// <summary>
/// What a teacher's buttons around tasks and success criteria do. On the wire and in old cards: they do not change.
/// </summary>
internal static class TaskVerbs
{
    public const string List = "tasks.list";
    public const string New = "tasks.new";
    public const string Set = "tasks.set";
    public const string Open = "tasks.open";
    public const string Student = "tasks.student";
    public const string Decide = "tasks.decide";
    public const string Goals = "tasks.goals";
    public const string ForGoal = "tasks.forGoal";
    public const string Give = "tasks.give";
    public const string Decline = "tasks.decline";
}
