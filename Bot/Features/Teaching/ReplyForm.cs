using System.Globalization;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher's answer as the card brings it: a sentence that was chosen, words of their own, or both.
/// </summary>
/// <param name="Fault">The key of the text that says what is wrong; null when there is a text to send.</param>
internal sealed record ReplyForm(string? Text, string? Fault, int Length)
{
    /// <summary>In characters (UTF-16). Longer ones are given back, never cut.</summary>
    public const int MaxLength = 500;

    public const string Starter = "starter";

    public const string Own = "own";

    /// <summary>The newest answer of another teacher that the form showed, empty for none.</summary>
    public const string Seen = "seen";

    /// <summary>In place of no answer: a button's data hold no empty text.</summary>
    public const string SeenNone = "none";

    /// <summary>
    /// How an answer may begin: by why the student waits, and by the grades of the class. The same sentences in the
    /// same order in every language.
    /// </summary>
    /// <param name="voice">The teacher's for choosing, the student's for sending.</param>
    public static IReadOnlyList<string> Starters(StudentWeek student, TeacherView view, Voice voice)
    {
        var situation = student.Need?.Kind switch
        {
            NeedKind.Help or NeedKind.HelpOverdue => "Help",
            NeedKind.WroteBack => "WroteBack",
            NeedKind.HardWeek => "HardWeek",
            NeedKind.Stuck => "Stuck",
            _ => "Well",
        };
        return
        [
            .. voice
                .List($"FromTeacher.Starters.{situation}")
                .Select(text => text.Replace("{name}", view.FirstName(student), StringComparison.Ordinal)),
        ];
    }

    public static ReplyForm Read(CardData data, IReadOnlyList<string> starters)
    {
        var own = data.Text(Own);
        var chosen =
            int.TryParse(data.Text(Starter), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < starters.Count
                ? starters[index]
                : null;
        return own?.Length > MaxLength ? new(null, "Form.TooLong", own.Length)
            : (own, chosen) is (null, null) ? new(null, "Teach.ReplyEmpty", 0)
            : new(string.Join(' ', new[] { chosen, own }.OfType<string>()), null, 0);
    }
}
