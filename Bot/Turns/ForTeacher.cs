using Milestones.Conversations;
using Milestones.Features.Goals;
using Milestones.Features.Teaching;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Whether words typed after a teacher's answer are for that teacher. What plainly asks something of the coach is not;
/// what may be either is asked about before anything is sent.
/// </summary>
internal static class ForTeacher
{
    /// <summary>A wish must be this plain to be taken for one of the coach's.</summary>
    private const float Plain = 0.85f;

    /// <summary>
    /// Sent, or asked about; null where nothing can be written back to, or the words are the coach's.
    /// </summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context) =>
        WritingBack.Open(context.Person).Count == 0 || IsCoachs(context) ? null
        : Takes(context) is { } reply ? WritingBack.Send(reply, context.Heard.Text, context).Aside()
        : WritingBack.Ask(context);

    /// <summary>The teacher's answer these words write back to, where that is sure; null otherwise.</summary>
    public static TeacherReply? Takes(TurnContext<Person> context) =>
        WritingBack.Only(context) is { } only
        && !IsCoachs(context)
        && !IsAsked(context.Person)
        && !ReportHandler.ReportsPlainly(context)
        && context.Heard.Wanted(PlaceOf.Person(context.Person))
            is not { IsSure: true, Best: Intent.Goal or Intent.SecondGoal or Intent.Progress }
            ? only
            : null;

    private static bool IsCoachs(TurnContext<Person> context) =>
        context.Heard.Command is { } command
            ? !IsOfDialogs(command) || IsAsked(context.Person)
            : context.Heard.Wanted(PlaceOf.Person(context.Person)) is var wanted
                && wanted.Best is not (Intent.Greeting or Intent.Thanks)
                && IntentKinds.IsRequest(wanted.Best)
                && wanted.Guesses[0].Probability >= Plain;

    /// <summary>A question of the coach stood open when the answer came.</summary>
    private static bool IsAsked(Person person) =>
        Dialogs.Reflection(person) is { Listens: true }
        || person.Dialog is not (null or ReviewingMilestones or AskingFirstWords { IsLight: true })
        || person is { Question: not null } or { Pending: not null } or { AsksPauseDay: true };

    /// <summary>
    /// "Later" and "why?" are words to a teacher where the coach has nothing open that they could be about.
    /// </summary>
    private static bool IsOfDialogs(Command command) =>
        command
            is Command.Continue
                or Command.Back
                or Command.Skip
                or Command.Why
                or Command.Cancel
                or Command.Later
                or Command.Save
                or Command.Change;
}
