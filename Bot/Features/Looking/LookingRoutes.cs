using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Looking;

/// <summary>The way from the chat to a page: a link of one's own, for ten minutes, or one for home.</summary>
internal sealed class LookingRoutes(SchoolOptions school)
{
    private readonly FamilyHandler _family = new(school);

    public Routes<Person> Private =>
        field ??= new("Looking")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [PageVerbs.Mine] = (_, context) => LinkHandler.Mine(context, school),
                [PageVerbs.Class] = (tapped, context) => LinkHandler.OfClass(tapped.Data, context, school),
                [PageVerbs.School] = (_, context) => LinkHandler.OfSchool(context, school),
                [FamilyVerbs.Mine] = (_, context) => _family.Offer(context),
                [FamilyVerbs.Make] = (tapped, context) => _family.Make(tapped.Data, context),
                [FamilyVerbs.TakeBack] = (_, context) => FamilyHandler.TakeBack(context),
                [FamilyVerbs.OfClass] = (tapped, context) => _family.OfClass(tapped.Data, context),
                [FamilyVerbs.MakeFor] = (tapped, context) => _family.MakeFor(tapped.Data, context),
                [FamilyVerbs.TakeBackFor] = (tapped, context) => _family.TakeBackFor(tapped.Data, context),
            },
            Commands = new Dictionary<Command, Func<TurnContext<Person>, TurnResult<Person>?>>
            {
                [Command.MyPage] = context => LinkHandler.Mine(context, school).Aside(),
                [Command.ForHome] = context => _family.Offer(context).Aside(),
            },
            Messages =
            [
                Routes<Person>.On<FamilyLinkMade>(FamilyHandler.Made),
                Routes<Person>.On<FamilyLinkEnded>(FamilyHandler.Ended),
            ],
            Needs = (person, turn, others) =>
                [.. LinkHandler.Needs(person, turn, others), .. FamilyHandler.Needs(turn, others)],
        };
}
