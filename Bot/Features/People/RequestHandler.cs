using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>
/// Questions to the coach in a person's own words: each gets a true, short answer and what can be done next.
/// </summary>
internal static class RequestHandler
{
    /// <summary>Who reads what: by the classes the person is in, with the one exception.</summary>
    public static TurnResult<Person> Privacy(TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        var classes = person.Classes.Where(known => known.Role == MemberRole.Student).Select(known => known.ClassName);
        var who = string.Join(", ", classes.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
        return new(
            person,
            new Say(
                who.Length == 0 ? voice["Asked.Privacy"] : voice.Say("Asked.Privacy.Class", ("class", who)),
                voice.List("Suggest.Home")
            )
        );
    }

    /// <summary>What is kept, and what can be taken away from here today.</summary>
    public static TurnResult<Person> MyData(TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                context.Voice.Say(
                    "Asked.MyData",
                    ("goals", context.Person.Goals.Count),
                    ("weeks", context.Person.Reflections.Count)
                ),
                context.Voice.List("Suggest.MyData")
            )
        );

    /// <summary>Why a question is asked, or what the words of a goal mean.</summary>
    public static TurnResult<Person> Explain(TurnContext<Person> context) => Said("Asked.Smart", context);

    public static TurnResult<Person> Example(TurnContext<Person> context) => Said("Asked.Example", context);

    public static TurnResult<Person> Offtopic(TurnContext<Person> context) => Said("Asked.Offtopic", context);

    public static TurnResult<Person> Smalltalk(TurnContext<Person> context) => Said("Asked.Smalltalk", context);

    public static TurnResult<Person> Vent(TurnContext<Person> context) => Said("Asked.Vent", context);

    public static TurnResult<Person> Refuse(TurnContext<Person> context) => Said("Asked.Refuse", context);

    /// <summary>A feeling is no goal and gets no worksheet: kind words, and the way to a person.</summary>
    public static TurnResult<Person> Emotion(TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice["Asked.Emotion"], context.Voice.List("Suggest.Emotion")));

    /// <summary>The language named, or else the one the wish was written in.</summary>
    public static TurnResult<Person> Language(TurnContext<Person> context)
    {
        var named = Voice.Languages.FirstOrDefault(language =>
            Voice
                .InEveryLanguage($"Asked.Language.{language}")
                .SelectMany(words => words)
                .Any(word => context.Heard.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
        return PersonHandler.ChooseLanguage(
            named ?? (context.Heard.Language == TextLanguage.Spanish ? "es" : "en"),
            context
        );
    }

    private static TurnResult<Person> Said(string key, TurnContext<Person> context) =>
        new(context.Person, new Say(context.Voice[key], context.Voice.List("Suggest.Home")));
}
