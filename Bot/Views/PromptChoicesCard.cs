using System.Globalization;
using Milestones.Cards;
using Milestones.School;

namespace Milestones.Views;

/// <summary>Weekly prompts: whether they come, a pause up to a day, and the way out and back in.</summary>
internal static class PromptChoicesCard
{
    public static Card Of(TurnContext<Person> context, string? error) =>
        CardParts.Framed(
            context.Voice["Prompts.Title"],
            [CardParts.Heading(context.Voice["Prompts.Title"]), .. Section(context, error)],
            context.Voice.Culture
        );

    /// <summary>As part of the settings.</summary>
    public static IEnumerable<CardElement> Section(TurnContext<Person> context, string? error)
    {
        var voice = context.Voice;
        var choice = context.Person.Prompts;
        var paused = choice?.PausedUntil is { } until && until > context.Now;
        var state =
            choice is { OptedOut: true } ? voice["Prompts.AreOff"]
            : paused
                ? voice.Say(
                    "Prompts.ArePaused",
                    (
                        "day",
                        voice.Day(
                            Calendar.LocalTime.Day(choice!.PausedUntil!.Value, context.Person.TimeZone),
                            context.Today
                        )
                    )
                )
            : voice["Prompts.AreOn"];
        yield return new TextBlock(state);
        if (choice is not { OptedOut: true } && !paused)
        {
            yield return new DateInput(voice["Prompts.Until"])
            {
                Id = "until",
                Min = context.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
            if (error is not null)
            {
                yield return new TextBlock(error)
                {
                    Color = "attention",
                    Size = "small",
                    Spacing = "none",
                };
            }

            yield return new ActionSet(
                new Execute(voice["Prompts.Pause"], ReflectionVerbs.Pause),
                new Execute(voice["Prompts.Stop"], ReflectionVerbs.Stop)
            );
        }
        else
        {
            yield return new ActionSet(new Execute(voice["Prompts.Resume"], ReflectionVerbs.Resume));
        }
    }
}
