using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>
/// Manners: the welcome, help, the grade and the language, and an answer to whatever nothing else understood.
/// </summary>
internal static class PersonHandler
{
    /// <summary>Once, with what the bot does and a first button; opening the chat again brings nothing.</summary>
    public static TurnResult<Person> Welcome(TurnContext<Person> context) =>
        context.Person.WelcomedAt is not null
            ? new(context.Person with { Unreachable = null })
            : new(
                context.Person with
                {
                    WelcomedAt = context.Now,
                    Unreachable = null,
                },
                new Show(WelcomeCard.Of(context), context.Voice["Welcome.Title"])
            );

    public static TurnResult<Person> Help(TurnContext<Person> context) =>
        new(context.Person, new Show(HelpCard.Of(context), context.Voice["Help.Title"]));

    public static TurnResult<Person> AskBand(TurnContext<Person> context) =>
        new(context.Person, new Show(WelcomeCard.Bands(context), context.Voice["Band.Ask"]));

    /// <summary>What a person can change about how the bot talks: the grade and the language.</summary>
    public static TurnResult<Person> Settings(TurnContext<Person> context) =>
        new(context.Person, new Show(WelcomeCard.Settings(context), context.Voice["Settings.Title"]));

    public static TurnResult<Person> ChooseBand(CardData data, TurnContext<Person> context)
    {
        if (!Enum.TryParse<GradeBand>(data.Text("band"), out var band) || !Enum.IsDefined(band))
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var voice = new Voice(context.Voice.Culture, band);
        var asks = data.Text("from") == "welcome" && context.Person is { Dialog: null, Goals.Count: 0 };
        var person = context.Person with
        {
            Band = band,
            // The card asks what to get better at: what comes next answers it.
            Dialog = asks ? new AskingFirstWords { IsLight = true } : context.Person.Dialog,
        };
        return new(
            person,
            data.Text("from") == "welcome"
                ? new Replace(WelcomeCard.Begun(context with { Head = person, Voice = voice }), voice["Welcome.Ready"])
                : new Say(voice.Say("Band.Set", ("band", voice[$"Band.{band}"])), voice.List("Suggest.NoGoals"))
        );
    }

    public static TurnResult<Person> ChooseLanguage(string language, TurnContext<Person> context)
    {
        var voice = new Voice(Voice.CultureFor(language, context.Person.Locale), context.Voice.Band);
        return new(
            context.Person with
            {
                Language = language,
            },
            new Say(voice["Language.Set"], voice.List("Suggest.Home"))
        );
    }

    public static TurnResult<Person> ChooseLanguage(CardData data, TurnContext<Person> context) =>
        data.Text("language") is { } language && Voice.Languages.Contains(language, StringComparer.Ordinal)
            ? data.Text("from") == "welcome"
                ? WelcomeIn(language, context)
                : ChooseLanguage(language, context)
            : new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    private static TurnResult<Person> WelcomeIn(string language, TurnContext<Person> context)
    {
        var person = context.Person with { Language = language };
        var voice = VoiceOf.Person(person);
        return new(
            person,
            new Replace(WelcomeCard.Of(context with { Head = person, Voice = voice }), voice["Welcome.Title"])
        );
    }

    public static TurnResult<Person> Nothing(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Unknown.Attachment"], context.Voice.List("Suggest.Home")));

    /// <summary>
    /// What was typed outside a dialog and is no goal and no command: a short useful answer with the two likeliest
    /// actions.
    /// </summary>
    public static TurnResult<Person> Reply(StatementKind kind, TurnContext<Person> context)
    {
        var voice = context.Voice;
        // In the middle of a question a short word is enough: the question comes right after it.
        var key = (kind, context.Person.Dialog is null) switch
        {
            (StatementKind.Greeting, true) => "Unknown.Greeting",
            (StatementKind.Greeting, false) => "Unknown.Greeting.InDialog",
            (StatementKind.Question, true) => "Unknown.Question",
            (StatementKind.Question, false) => "Unknown.Question.InDialog",
            (StatementKind.Thanks, true) => "Unknown.Thanks",
            (StatementKind.Thanks, false) => "Unknown.Thanks.InDialog",
            (StatementKind.Complaint, _) => "Unknown.Complaint",
            (StatementKind.DontKnow, _) => "Unknown.DontKnow",
            _ => "Unknown.Other",
        };
        return new(
            // "Hi! What would you like to get better at?" is a question: what comes next answers it.
            key == "Unknown.Greeting"
            && context.Person.Goals.Count == 0
                ? context.Person with
                {
                    Dialog = new AskingFirstWords { IsLight = true },
                }
                : context.Person,
            new Say(voice[key], voice.List(kind == StatementKind.DontKnow ? "Suggest.FirstWords" : "Suggest.Home"))
        );
    }

    public static TurnResult<Person> TooLong(int length, TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(context.Voice.Say("Unknown.TooLong", ("length", length)), context.Voice.List("Suggest.NoGoals"))
        );
}
