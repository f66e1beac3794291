using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.Reflections;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Two dialogs can be open at once, a goal and a reflection. The one that asked last is answered; the other one waits
/// and comes back.
/// </summary>
internal static class Dialogs
{
    /// <summary>
    /// The reflection, where it is what an answer or a <em>skip</em> is for; null when a goal asked last or nothing is
    /// open.
    /// </summary>
    public static ReflectionDialogState? Reflection(Person person) =>
        person.Reflecting is { } open
        && open.GetType() != typeof(ReflectionDialogState)
        && (person.ReflectionAskedLast || Goal(person) is null)
            ? open
            : null;

    /// <summary>After a digression the open question comes back.</summary>
    public static TurnResult<Person> ThenAgain(TurnResult<Person> result, TurnContext<Person> context)
    {
        var now = context with { Head = result.Person, Voice = VoiceOf.Person(result.Person) };
        var again =
            Reflection(result.Person) is { Listens: true } asked ? ReflectionHandler.Again(asked, now)
            : Goal(result.Person) is { } dialog ? CoachingHandler.Again(dialog, now)
            : null;

        // Only one message may carry suggestions: those of the open question.
        return again is null
            ? result
            : again with
            {
                Replies = [.. result.Replies.Select(WithoutSuggestions), .. again.Replies],
                Messages = result.Messages,
                Archive = result.Archive,
            };
    }

    /// <summary>
    /// What was made of a part of a line, where more of the line follows: without the question it ends on, which the
    /// last part asks or brings back.
    /// </summary>
    public static TurnResult<Person> WithoutQuestion(TurnResult<Person> result, TurnContext<Person> context)
    {
        if (
            result.Person.Dialog is not Asking asking
            || CoachingHandler.Again(asking, context with { Head = result.Person }).Replies
                is not [.., Say { Text: var question }]
        )
        {
            return result;
        }

        return result with
        {
            Replies =
            [
                .. result
                    .Replies.Select(reply =>
                        reply is Say say && say.Text.EndsWith(question, StringComparison.Ordinal)
                            ? new Say(say.Text[..^question.Length].Trim())
                            : reply
                    )
                    .Where(reply => reply is not Say { Text.Length: 0 }),
            ],
        };
    }

    /// <summary>Two drafts in one answer are one too many: the first gives way to what became of it.</summary>
    public static TurnResult<Person> WithoutDraft(TurnResult<Person> result, TurnResult<Person> next) =>
        result.Person.Dialog is ReviewingDraft
        && next.Person.Dialog is ReviewingDraft or ReviewingMilestones
        && next.Replies.Any(reply => reply is Show)
            ? result with
            {
                Replies = [.. result.Replies.Where(reply => reply is not Show)],
            }
            : result;

    /// <summary>
    /// Notes which dialog asked last. When one has ended in this turn, the question of the other comes back.
    /// </summary>
    public static TurnResult<Person> Settle(TurnResult<Person> result, TurnContext<Person> context)
    {
        var (before, after) = (context.Person, result.Person);
        var last =
            Goal(after) is null ? after.Reflecting is not null
            : after.Reflecting is null ? false
            : !ReferenceEquals(before.Reflecting, after.Reflecting)
                ? after.Reflecting.Listens || context.Turn.Input is not Rang
            : ReferenceEquals(before.Dialog, after.Dialog) && before.ReflectionAskedLast;
        var settled = result with { Head = after with { ReflectionAskedLast = last } };
        var ended =
            (
                before.Reflecting is { Listens: true }
                && after.Reflecting is null
                && Goal(after) is not null
                && ReferenceEquals(before.Dialog, after.Dialog)
            )
            || (
                Goal(before) is not null
                && Goal(after) is null
                && after.Reflecting is { Listens: true }
                && ReferenceEquals(before.Reflecting, after.Reflecting)
            );
        return ended ? ThenAgain(settled, context) : settled;
    }

    private static GoalDialogState? Goal(Person person) =>
        person.Dialog is { } dialog and not (ReviewingMilestones or AskingFirstWords { IsLight: true })
        && dialog.GetType() != typeof(GoalDialogState)
            ? dialog
            : null;

    private static Reply WithoutSuggestions(Reply reply) => reply is Say say ? say with { Suggestions = [] } : reply;
}
