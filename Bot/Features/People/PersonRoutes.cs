using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.People;

/// <summary>Manners: the welcome, help, the grade and the language.</summary>
internal static class PersonRoutes
{
    public static Routes<Person> All { get; } =
        new("People")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [PersonVerbs.Band] = (tapped, context) => PersonHandler.ChooseBand(tapped.Data, context),
                [PersonVerbs.Language] = (tapped, context) =>
                    PersonHandler.ChooseLanguage(tapped.Data, context).Aside(),
                [PersonVerbs.Help] = (_, context) => PersonHandler.Help(context),
            },
            Retired = [PersonVerbs.Help],
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>(Languages())
            {
                [Command.Help] = context => PersonHandler.Help(context).Aside(),
                [Command.Settings] = context => PersonHandler.Settings(context).Aside(),
                [Command.Grade] = PersonHandler.AskBand,
            },
            Wants = new Dictionary<Intent, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Intent.Abilities] = PersonHandler.Help,
                [Intent.Explain] = TalkHandler.Explain,
                [Intent.Example] = TalkHandler.Example,
                [Intent.Language] = LanguageHandler.Wanted,
                [Intent.Emotion] = TalkHandler.Emotion,
                [Intent.Vent] = TalkHandler.Vent,
                [Intent.Smalltalk] = TalkHandler.Smalltalk,
                [Intent.Offtopic] = TalkHandler.Offtopic,
                [Intent.Sharing] = TalkHandler.Sharing,
                [Intent.Farewell] = TalkHandler.Farewell,
                [Intent.Greeting] = context => PersonHandler.Reply(StatementKind.Greeting, context),
                [Intent.Thanks] = context => PersonHandler.Reply(StatementKind.Thanks, context),
                [Intent.Refuse] = context => PersonHandler.Reply(StatementKind.DontKnow, context),
            },
        };

    /// <summary>The commands that ask for a language by its name.</summary>
    private static IEnumerable<KeyValuePair<Command, Func<TurnContext<Person>, TurnResult<Person>?>>> Languages()
    {
        foreach (var command in Enum.GetValues<Command>())
        {
            if (Conversations.Commands.LanguageOf(command) is { Code: var code })
                yield return new(command, context => PersonHandler.ChooseLanguage(code, context).Aside());
        }
    }
}
