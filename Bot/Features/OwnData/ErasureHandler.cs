using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.OwnData;

/// <summary>
/// <em>Delete my data</em>: says what goes, asks once for the word, and waits a day in which it can be taken back.
/// </summary>
internal static class ErasureHandler
{
    public static TurnResult<Person> Ask(TurnContext<Person> context)
    {
        if (context.Person.Erasure is { At: { } at })
            return Scheduled(context, context.Person, at);
        var voice = context.Voice;
        return new(
            context.Person with
            {
                Erasure = new(context.Now),
            },
            new Show(
                CardParts.Framed(
                    voice["Erase.Title"],
                    [
                        CardParts.Heading(voice["Erase.Title"]),
                        new TextBlock(voice["Erase.Goes"]),
                        new TextBlock(voice[context.Person.Classes.Count > 0 ? "Erase.StaysInClass" : "Erase.Stays"])
                        {
                            Size = "small",
                            IsSubtle = true,
                        },
                        new TextBlock(voice.Say("Erase.Ask", ("word", voice.List("Said.Erase")[0])))
                        {
                            Separator = true,
                        },
                    ],
                    voice.Culture
                ),
                voice["Erase.Title"]
            )
        );
    }

    /// <summary>
    /// The word that was asked for, or a no; null for any other words, and where it was not asked for.
    /// </summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context) =>
        context.Person.Erasure is not { At: null } ? null
        : Voice
            .InEveryLanguage("Said.Erase")
            .SelectMany(words => words)
            .Contains(context.Heard.Text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase)
            ? Scheduled(
                context,
                context.Person with
                {
                    Erasure = new(context.Now) { At = context.Now + Erasure.Grace, IsLast = true },
                },
                context.Now + Erasure.Grace
            )
        : context.Heard is { YesNo: YesNo.No } or { Command: Command.Cancel or Command.KeepData } ? Kept(context)
        : null;

    /// <summary>Takes it back; null where there is nothing to take back.</summary>
    public static TurnResult<Person>? Keep(TurnContext<Person> context) =>
        context.Person.Erasure?.At is null ? null : Kept(context);

    /// <summary>
    /// What is said or done next closes the question, and "undo" means something else then.
    /// </summary>
    public static Person Settled(Person after, TurnContext<Person> context) =>
        context.Turn.Input is not (Said or Tapped) || !ReferenceEquals(after.Erasure, context.Person.Erasure)
            ? after
            : after with
            {
                Erasure =
                    after.Erasure is { At: not null, IsLast: true } erasure ? erasure with { IsLast = false }
                    : after.Erasure is { At: null } ? null
                    : after.Erasure,
            };

    /// <summary>A text with the day and the time of it, where the person is.</summary>
    public static string When(string key, DateTimeOffset at, TurnContext<Person> context)
    {
        var (voice, zone) = (context.Voice, context.Person.TimeZone);
        return voice.Say(
            key,
            ("day", voice.Day(LocalTime.Day(at, zone), context.Today)),
            ("time", voice.Time(LocalTime.Clock(at, zone)))
        );
    }

    private static TurnResult<Person> Scheduled(TurnContext<Person> context, Person person, DateTimeOffset at)
    {
        var voice = context.Voice;
        var said = When("Erase.Scheduled", at, context);
        return new(
            person,
            new Show(
                CardParts.Framed(
                    said,
                    [new TextBlock(said), new ActionSet([new Execute(voice["Action.KeepData"], OwnDataVerbs.Keep)])],
                    voice.Culture
                ),
                voice["Erase.Title"]
            )
        );
    }

    private static TurnResult<Person> Kept(TurnContext<Person> context)
    {
        var kept = context.Voice["Erase.Kept"];
        return new(
            context.Person with
            {
                Erasure = null,
            },
            context.Here(CardParts.Framed(kept, [new TextBlock(kept)], context.Voice.Culture), kept)
        );
    }
}
