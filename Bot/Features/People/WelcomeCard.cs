using Milestones.Cards;
using Milestones.Language.Packs;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.People;

internal static class WelcomeCard
{
    public static Card Of(TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (context.Person.Classes is { Count: > 0 } classes && classes.All(one => one.Role == MemberRole.Teacher))
            return OfTeacher(voice);
        return new Card([
            CardParts.Heading(voice["Welcome.Title"]),
            new TextBlock(voice["Welcome.What"]),
            new TextBlock(voice["Welcome.Privacy"]) { Size = "small", IsSubtle = true },
            new ActionSet([
                new Execute(voice["Action.NewGoal"], GoalVerbs.New) { Style = "positive" },
                new Execute(voice["Action.Form"], GoalVerbs.Form),
                .. OtherLanguages(voice),
            ]),
            new TextBlock(voice["Band.Ask"]) { Separator = true, Spacing = "medium" },
            BandActions(context),
        ]).In(voice.Culture, $"{voice["Welcome.Title"]} {voice["Welcome.What"]}", voice["Welcome.What"]);
    }

    /// <summary>For who teaches: no grade is asked for, and no goal.</summary>
    private static Card OfTeacher(Voice voice) =>
        new Card([
            CardParts.Heading(voice["Welcome.Title"]),
            new TextBlock(voice["Welcome.Teacher"]),
            new TextBlock(voice["Help.Teacher"]),
            new TextBlock(voice["Teach.Privacy"]) { Size = "small", IsSubtle = true },
            new ActionSet([.. OtherLanguages(voice)]),
        ]).In(voice.Culture, $"{voice["Welcome.Title"]} {voice["Welcome.Teacher"]}", voice["Welcome.Teacher"]);

    /// <summary>Offered to everybody: the client's language need not be theirs.</summary>
    private static IEnumerable<Execute> OtherLanguages(Voice voice) =>
        Localization
            .Voice.Languages.Where(code => code != LanguagePacks.Of(voice.Language).Code)
            .Select(other => new Execute(
                voice[$"Settings.Language.{other}"],
                PersonVerbs.Language,
                ("language", other),
                ("from", "welcome")
            ));

    public static Card Bands(TurnContext<Person> context) =>
        new Card([new TextBlock(context.Voice["Band.Ask"]), BandActions(context)]).In(
            context.Voice.Culture,
            context.Voice["Band.Ask"]
        );

    public static Card Settings(TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            CardParts.Heading(voice["Settings.Title"]),
            new TextBlock(voice.Say("Settings.Grade", ("band", voice[$"Band.{voice.Band}"]))),
            BandActions(context),
            new TextBlock(voice["Settings.Language"]) { Separator = true, Spacing = "medium" },
            new ActionSet([
                .. Localization.Voice.Languages.Select(language => new Execute(
                    voice[$"Settings.Language.{language}"],
                    PersonVerbs.Language,
                    ("language", language)
                )),
            ]),
            .. context.Person.Classes.Count == 0
                ? Array.Empty<CardElement>()
                :
                [
                    new TextBlock(voice["Prompts.Title"]) { Separator = true, Spacing = "medium" },
                    .. PromptChoicesCard.Section(context, null),
                ],
        ]).In(voice.Culture, voice["Settings.Title"]);
    }

    private static ActionSet BandActions(TurnContext<Person> context) =>
        new([
            .. Enum.GetValues<GradeBand>()
                .Select(band => new Execute(
                    context.Voice[$"Band.{band}"],
                    PersonVerbs.Band,
                    ("band", band.ToString())
                )),
        ]);
}

/// <summary>What the buttons of a person's own cards do.</summary>
internal static class PersonVerbs
{
    public const string Band = "person.band";
    public const string Help = "person.help";
    public const string Language = "person.language";
}
