using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Looking;

/// <summary>The way from the chat to a page: a link of one's own, for ten minutes.</summary>
internal sealed class LookingRoutes(SchoolOptions school)
{
    public Routes<Person> Private { get; } =
        new("Looking")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [PageVerbs.Mine] = (_, context) => LinkHandler.Mine(context, school),
                [PageVerbs.Class] = (tapped, context) => LinkHandler.OfClass(tapped.Data, context, school),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.MyPage] = context => LinkHandler.Mine(context, school).Aside(),
            },
            Needs = LinkHandler.Needs,
        };
}
