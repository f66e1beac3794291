using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// After each turn of a student: what cannot come to anything any more ends, the other is told, and it is known when
/// something is to be shown.
/// </summary>
internal static class PeerUpkeep
{
    public static TurnResult<Person> Run(TurnResult<Person> result, TurnContext<Person> context)
    {
        if (result.Person.Peers.Count == 0)
            return result;
        var (person, messages) = (result.Person, new List<Addressed>());
        foreach (var open in result.Person.Peers.Where(one => one.IsOpen))
        {
            if (Ended(open, person, context.Now) is not var (ended, news))
                continue;
            person = PeerRules.With(person, ended);
            if (news is { } told && open.State == PeerState.Waiting)
                messages.Add(Tell(open, told, person.Id.ObjectId));
        }

        var settled = PeerTime.Settled(
            result with
            {
                Head = PeerRules.Trimmed(person, PeerFeedback.MostKept),
                Messages = [.. result.Messages, .. messages],
            },
            context
        );
        return settled with { Head = PeerTime.WithAlarms(settled.Person, context.Now) };
    }

    /// <summary>By way of the class, whose document knows whether the other is still there.</summary>
    public static Addressed Tell(PeerFeedback entry, PeerNews news, string from) =>
        new(entry.Class, new PeerTold(entry.Class, entry.Id, from, entry.Other, news));

    /// <summary>What becomes of an open entry, and what the other hears; null while it goes on.</summary>
    private static (PeerFeedback Ended, PeerNews? News)? Ended(PeerFeedback open, Person person, DateTimeOffset now) =>
        (open.Side, PeerRules.IsStudentIn(person, open.Class)) switch
        {
            // The other's document hears of it itself.
            (PeerSide.Asked, true) when IsOff(open, person) => (
                open.Over(PeerState.Unreached, now) with
                {
                    News = PeerNews.Off,
                },
                null
            ),
            (PeerSide.Giving, true) when IsOff(open, person) => (open.Over(PeerState.TakenBack, now), null),
            (PeerSide.Asked, false) => (open.Over(PeerState.TakenBack, now), PeerNews.TakenBack),
            (PeerSide.Asked, _) when now >= open.At + PeerFeedback.Patience => (
                open.State == PeerState.Waiting ? open.In(PeerState.TooLate) : open.Over(PeerState.TooLate, now),
                null
            ),
            (PeerSide.Giving, false) => (open.Over(PeerState.TakenBack, now), PeerNews.Left),
            (PeerSide.Giving, _) when person is { Chat: null } or { Unreachable: not null } => (
                open.Over(PeerState.TakenBack, now),
                PeerNews.Unreached
            ),
            (PeerSide.Giving, _) when now >= open.At + PeerFeedback.Patience => (
                open.Over(PeerState.TooLate, now),
                null
            ),
            _ => null,
        };

    private static bool IsOff(PeerFeedback open, Person person) =>
        person.Classes.Any(one => one.Class == open.Class && one.HasNoPeerFeedback);
}
