using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// The class's own part: whether both are its students and it wants feedback among them, and who was paired with whom.
/// </summary>
internal static class PeerClassHandler
{
    /// <summary>Messages that may wait in the document at once, so that it stays small however large the class
    /// is.</summary>
    private const int AtOnce = 10;

    /// <summary>Ids of a turn before it are others'.</summary>
    private const int FirstId = 16;

    /// <summary>It goes to the classmate; where it cannot, whoever asked hears that.</summary>
    public static TurnResult<Classroom> Asked(PeerAsked asked, TurnContext<Classroom> context)
    {
        var (classroom, request) = (context.Classroom, asked.Request);
        if (Student(request.From, classroom) is not { } from)
            return new(classroom);
        var mayAsk = request.IsPaired ? PeerRules.MayPair(classroom) : PeerRules.MayAsk(classroom);
        var to = from.ObjectId == request.To ? null : Student(request.To, classroom);
        return new(classroom)
        {
            Messages =
            [
                mayAsk && to is not null
                    ? new(
                        classroom.KeyOf(to.ObjectId),
                        asked with
                        {
                            Request = request with { FromName = from.Name, ToName = to.Name },
                        }
                    )
                    : new(
                        classroom.KeyOf(from.ObjectId),
                        new PeerTold(
                            classroom.Key,
                            request.Id,
                            request.To,
                            from.ObjectId,
                            mayAsk ? PeerNews.Left : PeerNews.Off
                        )
                    ),
            ],
        };
    }

    public static TurnResult<Classroom> Answered(PeerAnswered answered, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        return Student(answered.To, classroom) is not { } to
            ? new(classroom)
            : new(classroom)
            {
                Messages =
                [
                    new(
                        classroom.KeyOf(to.ObjectId),
                        PeerRules.MayPair(classroom) && Student(answered.From, classroom) is not null
                            ? answered
                            : new PeerTold(classroom.Key, answered.Id, answered.From, to.ObjectId, PeerNews.Off)
                    ),
                ],
            };
    }

    /// <summary>Without words; who has left may still say so.</summary>
    public static TurnResult<Classroom> Told(PeerTold told, TurnContext<Classroom> context) =>
        new(context.Classroom)
        {
            Messages = Student(told.To, context.Classroom) is { } to
                ? [new(context.Classroom.KeyOf(to.ObjectId), told)]
                : [],
        };

    /// <summary>A teacher's pairs. That they may, and that nobody comes together a third time, is decided here
    /// again.</summary>
    public static TurnResult<Classroom> Paired(PairsMade made, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        var recent = Pairing.Recent(classroom, context.Now);
        return
            !Teachers.Teaches(classroom, made.By)
            || !PeerRules.MayPair(classroom)
            || !made.Round.IsSound
            || classroom.PairRounds.Any(round => round.Id == made.Round.Id)
            || Pairing.Repeats(made.Round, recent)
            ? new(classroom)
            : new(
                classroom with
                {
                    PairRounds =
                    [
                        .. classroom
                            .PairRounds.TakeLast(PairRound.MostKept - 1)
                            .Select(round => round with { TellAt = null }),
                        made.Round with
                        {
                            At = context.Now,
                            TellAt = context.Now,
                        },
                    ],
                }
            );
    }

    /// <summary>The next students hear who looks at their work.</summary>
    public static TurnResult<Classroom> Tell(TurnResult<Classroom> result, TurnContext<Classroom> context)
    {
        if (result.Classroom is not { PairRounds: [.., { TellAt: not null } round] } classroom)
            return result;
        var asks = round.Asks(classroom);
        var room = AtOnce - classroom.Outbox.Entries.Count(entry => entry.ToDocument is not null);
        var next = PeerRules.MayPair(classroom) ? asks.Skip(round.Told).Take(Math.Max(0, room)).ToList() : [];
        var told = round.Told + next.Count;
        var more = PeerRules.MayPair(classroom) && told < asks.Count;
        return result with
        {
            Head = classroom with
            {
                PairRounds =
                [
                    .. classroom.PairRounds.SkipLast(1),
                    round with
                    {
                        Told = told,
                        TellAt = more ? context.Now : null,
                    },
                ],
            },
            Messages =
            [
                .. result.Messages,
                .. next.Index()
                    .SelectMany(one => Messages(one.Item, context.Turn.NewId(FirstId + one.Index), classroom)),
            ],
        };
    }

    /// <summary>The youngest sit beside each other: there is nothing to choose, and both hear at once.</summary>
    private static IEnumerable<Addressed> Messages((Member? From, Member? To) ask, string id, Classroom classroom)
    {
        if (ask is not ({ } from, { } to))
            yield break;
        var young = classroom.Settings?.Band == GradeBand.KTo2;
        var request = new PeerRequest(id, from.ObjectId, from.Name, to.ObjectId, to.Name) { IsPaired = true };
        yield return new(classroom.KeyOf(from.ObjectId), new PeerPaired(classroom.Key, request, young));
        if (young)
            yield return new(classroom.KeyOf(to.ObjectId), new PeerAsked(classroom.Key, request));
    }

    private static Member? Student(string objectId, Classroom classroom) =>
        classroom.IsActive && classroom.Find(objectId) is { Role: MemberRole.Student } member ? member : null;
}
