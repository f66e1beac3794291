using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.OwnData;

/// <summary>What is kept of a person, a copy of it, and its end.</summary>
internal sealed class OwnDataRoutes(SchoolOptions school)
{
    public Routes<Person> Private { get; } =
        new("OwnData")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [OwnDataVerbs.Keep] = (_, context) => ErasureHandler.Keep(context),
                [OwnDataVerbs.Copy] = (_, context) => CopyHandler.Offer(context, school),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.DeleteData] = context => ErasureHandler.Ask(context),
                [Command.DownloadData] = context => CopyHandler.Offer(context, school).Aside(),
                [Command.KeepData] = context => ErasureHandler.Keep(context)?.Aside(),
            },
            Wants = new Dictionary<Intent, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Intent.MyData] = context => KeptHandler.Wanted(context, school),
                [Intent.Privacy] = context => PrivacyHandler.Answer(context, school),
            },
            AfterEach = (result, context) => result with { Head = ErasureHandler.Settled(result.Person, context) },
        };
}
