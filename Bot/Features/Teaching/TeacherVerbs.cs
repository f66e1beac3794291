namespace Milestones.Features.Teaching;

/// <summary>
/// What the buttons of a teacher's cards do, and those of the cards a teacher's answer brings a student. On the wire
/// and in old cards: they do not change.
/// </summary>
internal static class TeacherVerbs
{
    public const string Class = "teacher.class";
    public const string List = "teacher.list";
    public const string Read = "teacher.read";
    public const string Reply = "teacher.reply";
    public const string Send = "teacher.send";
    public const string Nudge = "teacher.nudge";
    public const string Handled = "teacher.handled";
    public const string NudgeAll = "teacher.nudgeAll";
    public const string Missing = "teacher.missing";
    public const string Student = "teacher.student";
    public const string AskPrompt = "teacher.askPrompt";
    public const string SendPrompt = "teacher.sendPrompt";
    public const string Delivery = "teacher.delivery";
    public const string Thanks = "student.thanks";

    public static bool IsTeachers(string verb) => verb.StartsWith("teacher.", StringComparison.Ordinal);
}
