using Milestones.Calendar;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>
/// A wish for fewer messages in a person's own words: done where it is plain, said what it does, and taken back with
/// one tap.
/// </summary>
internal static class PromptWishHandler
{
    /// <summary>None at all, or none at night: nothing comes at night anyway, and that is said.</summary>
    public static TurnResult<Person> Stop(TurnContext<Person> context) =>
        QuietWish.Read(context.Heard.Text).Kind switch
        {
            Quiet.AtNight => new(
                context.Person,
                new Say(
                    context.Voice.Say(
                        "Prompts.Night",
                        ("from", context.Voice.Time(QuietHours.Night.From)),
                        ("to", context.Voice.Time(QuietHours.Night.To))
                    ),
                    context.Voice.List("Suggest.PromptWish")
                )
            ),
            Quiet.Always => Undoable(PromptHandler.Stop(context), context),
            _ => Open(context, context.Voice["Prompts.Weekly"]),
        };

    /// <summary>Until a day; which day is asked where the words name none.</summary>
    public static TurnResult<Person> Pause(TurnContext<Person> context)
    {
        if (RequestReader.Until(context.Heard.Text) is not { } until || DayOf(until, context) is not { } day)
            return Open(context, context.Voice["Prompts.UntilWhen"]);
        return day <= context.Today || day > context.Today.AddYears(1)
            ? Open(context, context.Voice["Prompts.WhichDay"])
            : Undoable(PromptHandler.PauseUntil(day, context), context);
    }

    private static DateOnly? DayOf(QuietTime until, TurnContext<Person> context)
    {
        var words =
            until.IsSpan && context.Heard.Language == TextLanguage.English ? $"in {until.Words}"
            : until.IsSpan ? $"en {until.Words}"
            : until.Words;
        return DateReader.Read(words, context.Today, context.Heard.Language);
    }

    private static TurnResult<Person> Open(TurnContext<Person> context, string words) =>
        new TurnResult<Person>(context.Person, new Say(words)).Then(PromptHandler.Choices(context));

    private static TurnResult<Person> Undoable(TurnResult<Person> done, TurnContext<Person> context) =>
        done with
        {
            Replies =
            [
                .. done.Replies.Select(reply =>
                    reply is Say say ? say with { Suggestions = context.Voice.List("Suggest.PromptWish.Undo") } : reply
                ),
            ],
        };
}
