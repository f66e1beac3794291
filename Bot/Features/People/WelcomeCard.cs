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
        var asksGrade =
            context.Person.Band is null
            && !context.Person.Classes.Any(one => one is { Role: MemberRole.Student, Band: not null });
        return new Card([
            CardParts.Heading(voice["Welcome.Title"]),
            new TextBlock(voice["Welcome.What"]),
            .. asksGrade ? Grade(context) : [new ActionSet(NewGoal(voice))],
            .. Small(voice["Welcome.Privacy"], voice),
        ]).In(voice.Culture, $"{voice["Welcome.Title"]} {voice["Welcome.What"]}", voice["Welcome.What"]);
    }

    /// <summary>After the first tap, in its place: the one thing to do now.</summary>
    public static Card Begun(TurnContext<Person> context)
    {
        var voice = context.Voice;
        var title = voice.Say("Welcome.Set", ("band", voice[$"Band.{voice.Band}"]));
        return new Card([
            CardParts.Heading(title),
            new TextBlock(voice["Welcome.Ready"]),
            new ActionSet(NewGoal(voice)),
            .. Small(voice["Welcome.Privacy"], voice),
        ]).In(voice.Culture, $"{title} {voice["Welcome.Ready"]}", voice["Welcome.Ready"]);
    }

    /// <summary>One thing is asked first; who teaches says so in the same place.</summary>
    private static IEnumerable<CardElement> Grade(TurnContext<Person> context)
    {
        yield return new TextBlock(context.Voice["Welcome.Grade"]) { Weight = "bolder" };
        yield return new ActionSet([
            .. Grades(context, ("from", "welcome")),
            new Execute(context.Voice["Welcome.Teaches"], ClassVerbs.Claim),
        ]);
    }

    private static Execute NewGoal(Voice voice) => new(voice["Action.NewGoal"], GoalVerbs.New) { Style = "positive" };

    /// <summary>Who can read what, and the other languages.</summary>
    private static IEnumerable<CardElement> Small(string privacy, Voice voice) =>
        [CardParts.Small(privacy), new ActionSet([.. OtherLanguages(voice)]) { Spacing = "small" }];

    /// <summary>For who teaches: no grade is asked for, and no goal.</summary>
    private static Card OfTeacher(Voice voice) =>
        new Card([
            CardParts.Heading(voice["Welcome.Title"]),
            new TextBlock(voice["Welcome.Teacher"]),
            .. HelpCard.Lines("Help.Teacher", voice),
            .. Small(voice["Teach.Privacy"], voice),
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

    private static ActionSet BandActions(TurnContext<Person> context) => new([.. Grades(context)]);

    private static IEnumerable<Execute> Grades(TurnContext<Person> context, params (string, string)[] from) =>
        Enum.GetValues<GradeBand>()
            .Select(band => new Execute(
                context.Voice[$"Band.{band}"],
                PersonVerbs.Band,
                [("band", band.ToString()), .. from]
            ));
}

/// <summary>What the buttons of a person's own cards do.</summary>
internal static class PersonVerbs
{
    public const string Band = "person.band";
    public const string Help = "person.help";
    public const string Language = "person.language";
}
