using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Which day a time of the school year is ("before winter break"): asked once with a few guesses to tap, then known.
/// </summary>
internal static class SchoolDayQuestion
{
    /// <summary>Longer words are not repeated.</summary>
    private const int Repeatable = 40;

    /// <summary>The day is known already, or asked for.</summary>
    public static DialogStep Begin(GoalDraft draft, TurnContext<Person> context, string? heard)
    {
        if (
            (
                ClassCalendar.Of(context.Person).Resolve(draft.School!, context.Today)
                ?? KnownSchoolDay.Find(context.Person.SchoolDays, draft.School!, context.Today)
            ) is
            { } day
        )
        {
            var known = draft.Settle(Fields.Deadline) with { Deadline = day };
            return GoalDialog.Ask(known, context, context.Voice.Say("Heard.Deadline", ("day", Named(day, context))));
        }

        var state = new AskingSchoolDay(draft);
        var question = For(state, context);
        return new(state, heard is null ? question : question with { Text = $"{heard} {question.Text}" });
    }

    public static Say For(AskingSchoolDay state, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var words = state.Draft.DeadlineWords is { Length: <= Repeatable } said ? said.Trim('.', ' ') : null;
        var guesses = state.Times > 1 ? [] : SchoolGuesses.For(state.Draft.School!, context.Today);
        return guesses switch
        {
            [] => new(voice["Ask.SchoolDay"]),
            [var day] => new(
                words is null
                    ? voice.Say("Ask.SchoolDay.One", ("day", Named(day, context)))
                    : voice.Say("Ask.SchoolDay.Words", ("words", words), ("day", Named(day, context))),
                voice.List("Suggest.SchoolDay")
            ),
            _ => new(
                words is null ? voice["Ask.SchoolDay"] : voice.Say("Ask.SchoolDay.Which", ("words", words)),
                [.. guesses.Select(day => Named(day, context)), voice.List("Suggest.SchoolDay")[1]]
            ),
        };
    }

    public static DialogStep Hear(AskingSchoolDay state, string text, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var date = state.Draft.School!;
        var guesses = SchoolGuesses.For(date, context.Today);
        var read = context.Read(text).Date;
        var day =
            guesses
                .Where(guess => Named(guess, context).Equals(text, StringComparison.OrdinalIgnoreCase))
                .Select(guess => (DateOnly?)guess)
                .FirstOrDefault()
            ?? (read.Day > context.Today ? read.Day : null)
            ?? (guesses is [var only] && state.Times == 1 && Short.Choice(text, context) == YesNo.Yes ? only : null);
        if (day is { } told)
        {
            var draft = state.Draft.Settle(Fields.Deadline) with { Deadline = told };
            return GoalDialog.Ask(draft, context, voice.Say("Heard.Deadline", ("day", Named(told, context)))) with
            {
                Learned = new KnownSchoolDay(date, told),
            };
        }

        if (state.Times == 1)
        {
            var again = state with { Times = 2 };
            return new(again, For(again, context));
        }

        // The words stay as they are; the day is asked for when the steps are planned.
        return GoalDialog.Ask(
            state.Draft.Settle(Fields.Deadline) with
            {
                ToSharpen = state.Draft.ToSharpen | Fields.Deadline,
            },
            context,
            voice["Heard.Sharpen"]
        );
    }

    private static string Named(DateOnly day, TurnContext<Person> context) => context.Voice.Day(day, context.Today);
}
