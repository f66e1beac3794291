using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>
/// The language of the talk: the one they write in, whatever the client says, or the one they ask for.
/// </summary>
internal static class LanguageHandler
{
    private const int FewestWords = 3;
    private const int FewestToSwitch = 4;
    private const int LongestText = 4000;

    /// <summary>
    /// Speaks the language of a clear sentence from here on, and says so once. A word, a name or an answer to tap
    /// changes nothing.
    /// </summary>
    /// <returns>The turn in the language of the text, and whether that is a new one.</returns>
    public static (TurnContext<Person> Context, bool Switched) Follow(TurnContext<Person> context)
    {
        if (
            context.Turn.Input is not Said { Text.Length: > 0 and <= LongestText } said
            || context.Heard.Command is not null
            || (Clear(said.Text, context) ?? Greets(context)) is not { } language
            || language == context.Voice.Language
        )
        {
            return (context, false);
        }

        var person = context.Person with { Language = LanguagePacks.Of(language).Code };
        return (
            context with
            {
                Head = person,
                Voice = VoiceOf.Person(person),
                Heard = new Heard(said.Text, context.Today, language) { Opinion = context.Heard.Opinion },
            },
            true
        );
    }

    /// <summary>Says so, unless the answer does already.</summary>
    public static TurnResult<Person> Noted(TurnResult<Person> result)
    {
        var voice = VoiceOf.Person(result.Person);
        return result.Replies is [Say first, ..] && first.Text == voice["Language.Set"]
            ? result
            : result with
            {
                Replies = [new Say(voice["Language.Followed"]), .. result.Replies],
            };
    }

    /// <summary>"speak spanish", "no hablo ingles": the language asked for, where it is one of ours.</summary>
    public static TurnResult<Person> Wanted(TurnContext<Person> context)
    {
        var said = TalkHandler.Folded(context.Heard.Text);
        bool Says(IEnumerable<string> words) => words.Any(word => said.Contains($" {word} ", StringComparison.Ordinal));

        var isRefused = Says(Voice.InEveryLanguage("Word.Not").SelectMany(words => words));
        var asked = LanguagePacks.All.Where(pack => Says(pack.Names.SelectMany(AskedFor))).ToList();
        if (asked is [var only] && !isRefused)
            return PersonHandler.ChooseLanguage(only.Code, context);
        var named = LanguagePacks.All.ToLookup(pack => Says(pack.Names));
        return named[true].Count() != 1 || named[!isRefused].Count() != 1
            ? new(
                context.Person,
                new Say(
                    context.Voice["Language.Which"],
                    [.. Voice.Languages.Select(language => context.Voice[$"Settings.Language.{language}"])]
                )
            )
            : PersonHandler.ChooseLanguage(named[!isRefused].Single().Code, context);
    }

    /// <summary>"Can u talk english, i only do spanish with my abuela" asks for one of the two.</summary>
    private static IEnumerable<string> AskedFor(string name) =>
        [$"talk {name}", $"speak {name}", $"in {name}", $"to {name}", $"habla {name}", $"en {name}"];

    /// <summary>Whoever begins with "hola" is greeted so.</summary>
    private static TextLanguage? Greets(TurnContext<Person> context) =>
        context is { Person: { Dialog: null, Goals: [], LastSaid: null }, Heard.Goal.Kind: StatementKind.Greeting }
            ? LanguageReader.Told(context.Heard.Text)
            : null;

    /// <summary>
    /// The language of a sentence in which both ways to tell agree and nothing speaks for the other one.
    /// </summary>
    private static TextLanguage? Clear(string text, TurnContext<Person> context)
    {
        var isAsked = context.Person.Dialog is Asking;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var count = words.Count(word => word.Any(char.IsLetter));
        var (told, tongue) = (LanguageReader.Told(text), ConcernReader.LanguageOf(text));
        // "Cuánto falta": two words are clear where both ways to tell agree, and no answer is waited for.
        if (count < FewestWords && (isAsked || count < FewestWords - 1 || told is null || told != tongue))
            return null;
        // Whoever was spoken to in one language mixes in words of another: "i did 3 y media y el coach me dio high
        // five".
        return context.Person.Language is not null && (told != tongue || count < FewestToSwitch) ? null
            : told is null ? tongue
            : tongue is null || tongue == told ? told
            : null;
    }
}
