using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Weak evidence: the coach asks in its own voice, once, and calls nobody unless the student says yes.
/// </summary>
internal static class QuietHandler
{
    /// <summary>Whether these words ask for the quiet question. Who only teaches is not asked.</summary>
    public static bool IsCalledFor(TurnContext<Person> context) =>
        context.Turn.Input is Said
        && !context.Person.OnlyTeaches
        && context.Heard.Concern.Level == ConcernLevel.Quiet
        && !(context.Person.Quiet ?? QuietQuestion.None).WasAsked(context.Heard.Text);

    /// <summary>The question, after what the words did otherwise.</summary>
    /// <param name="taken">The words as an answer or a report, where they were one; its own replies wait.</param>
    public static TurnResult<Person> Ask(TurnResult<Person> taken, TurnContext<Person> context)
    {
        var person = taken.Person;
        return taken with
        {
            Head = person with { Quiet = (person.Quiet ?? QuietQuestion.None).Ask(context.Heard.Text) },
            Replies = [new Say(context.Voice["Quiet.Ask"], context.Voice.List("Suggest.QuietAsk"))],
            IsAside = false,
        };
    }

    /// <summary>The answer to an open question: yes, no, or null where the words are about something else.</summary>
    public static YesNo? Answer(TurnContext<Person> context)
    {
        var taps = Voice.InEveryLanguage("Suggest.QuietAsk");
        return taps.Any(pair => Same(pair[0], context)) ? YesNo.Yes
            : taps.Any(pair => Same(pair[1], context)) ? YesNo.No
            : context.Heard.YesNo;
    }

    /// <summary>Nobody is told; the open question comes back.</summary>
    public static TurnResult<Person> Okay(TurnContext<Person> context) =>
        new TurnResult<Person>(context.Person, new Say(context.Voice["Quiet.Okay"])).Aside();

    private static bool Same(string tap, TurnContext<Person> context) =>
        tap.Equals(context.Heard.Text.Trim(), StringComparison.OrdinalIgnoreCase);
}
