using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>What comes to a student from a classmate, through the class. It is shown when its time has come.</summary>
internal static class ArrivalHandler
{
    /// <summary>A classmate asks. Who has enough to look at is not asked for more.</summary>
    public static TurnResult<Person> Asked(PeerAsked asked, TurnContext<Person> context)
    {
        var (person, request) = (context.Person, asked.Request);
        if (PeerRules.Find(person, request.Id, PeerSide.Giving) is not null)
            return new(person);
        var entry = request.For(PeerSide.Giving, asked.Class, context.Now);
        var waiting = person
            .Peers.Where(one => one is { Side: PeerSide.Giving, State: PeerState.Waiting, IsPaired: false })
            .ToList();
        if (!request.IsPaired && waiting.Count >= PeerFeedback.MostWaiting)
            return new(person) { Messages = [PeerUpkeep.Tell(entry, PeerNews.Busy, person.Id.ObjectId)] };
        return new(
            PeerRules.Added(request.IsPaired ? WithoutPair(PeerSide.Giving, asked.Class, context) : person, entry)
        );
    }

    public static TurnResult<Person> Answered(PeerAnswered answered, TurnContext<Person> context) =>
        new(
            PeerRules.Find(context.Person, answered.Id, PeerSide.Asked) is { State: not PeerState.Answered } asked
            && asked.Other == answered.From
                ? PeerRules.With(
                    context.Person,
                    asked.In(PeerState.Answered) with
                    {
                        Strength = answered.Strength,
                        Question = answered.Question,
                    }
                )
                : context.Person
        );

    public static TurnResult<Person> Told(PeerTold told, TurnContext<Person> context)
    {
        var person = context.Person;
        return new(
            (
                told.News,
                PeerRules.Find(person, told.Id, PeerSide.Asked),
                PeerRules.Find(person, told.Id, PeerSide.Giving)
            ) switch
            {
                (PeerNews.Helped, _, { State: PeerState.Answered } given) => PeerRules.With(
                    person,
                    given.In(PeerState.Thanked)
                ),
                (PeerNews.TakenBack, _, { State: PeerState.Waiting } asked) => PeerRules.With(
                    person,
                    asked.Over(PeerState.TakenBack, context.Now)
                ),
                (PeerNews.Declined, { State: PeerState.Waiting } waiting, _) => PeerRules.With(
                    person,
                    waiting.In(PeerState.Declined)
                ),
                (not (PeerNews.Helped or PeerNews.TakenBack), { State: PeerState.Waiting } waiting, _) =>
                    PeerRules.With(person, waiting.In(PeerState.Unreached) with { News = told.News }),
                _ => person,
            }
        );
    }

    /// <summary>A newer pair takes the place of an older one of the class.</summary>
    public static TurnResult<Person> Paired(PeerPaired paired, TurnContext<Person> context)
    {
        var entry = paired.Request.For(PeerSide.Asked, paired.Class, context.Now);
        return PeerRules.Find(context.Person, entry.Id, PeerSide.Asked) is not null
            ? new(context.Person)
            : new(
                PeerRules.Added(
                    WithoutPair(PeerSide.Asked, paired.Class, context),
                    entry with
                    {
                        State = paired.IsSent ? PeerState.Waiting : PeerState.Choosing,
                    }
                )
            );
    }

    private static Person WithoutPair(
        PeerSide side,
        Conversations.DocumentKey classroom,
        TurnContext<Person> context
    ) =>
        context
            .Person.Peers.Where(one =>
                one.Side == side && one.Class == classroom && one is { IsPaired: true, IsOpen: true }
            )
            .Aggregate(
                context.Person,
                (person, older) => PeerRules.With(person, older.Over(PeerState.TooLate, context.Now))
            );
}
