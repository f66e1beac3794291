using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Milestones.School;

/// <summary>Who looks at whose work, once, as a class keeps it: marks of students in groups of two or three.</summary>
/// <param name="Groups">Marks as <see cref="ClassPost.MarkOf"/> makes them, one behind the other, a blank between
/// groups: ids of a large class would make the document long.</param>
internal sealed record PairRound(string Id, DateTimeOffset At, string Groups)
{
    /// <summary>With a class: what comes next must not come a third time.</summary>
    public const int MostKept = 2;

    private const int MarkLength = 6;

    /// <summary>How many of its students know.</summary>
    public int Told { get; init; }

    /// <summary>When the next students are told; null when all know.</summary>
    public DateTimeOffset? TellAt { get; init; }

    public static PairRound Of(string id, DateTimeOffset at, IEnumerable<IReadOnlyList<Member>> groups) =>
        new(
            id,
            at,
            string.Join(' ', groups.Select(group => string.Concat(group.Select(one => ClassPost.MarkOf(one.ObjectId)))))
        );

    /// <summary>
    /// Who asks whom: each one the next, the last the first. Null stands for whoever left, so that the places stay.
    /// </summary>
    public IReadOnlyList<(Member? From, Member? To)> Asks(Classroom classroom)
    {
        var students = classroom
            .Students.DistinctBy(one => ClassPost.MarkOf(one.ObjectId))
            .ToDictionary(one => ClassPost.MarkOf(one.ObjectId), StringComparer.Ordinal);
        return
        [
            .. Marks()
                .Where(group => group.Count > 1)
                .SelectMany(group =>
                    group.Select(
                        (mark, i) =>
                            (students.GetValueOrDefault(mark), students.GetValueOrDefault(group[(i + 1) % group.Count]))
                    )
                ),
        ];
    }

    /// <summary>Any two of a group, in the order of their marks.</summary>
    public IEnumerable<(string, string)> Pairs() => Marks().SelectMany(Pairing.PairsOf);

    /// <summary>As far as marks can be read: each student once, in groups of two or three.</summary>
    [JsonIgnore]
    public bool IsSound =>
        Marks().ToList() is { Count: > 0 } groups
        && groups.TrueForAll(group => group.Count is 2 or 3)
        && groups.SelectMany(group => group).CountBy(mark => mark).All(one => one.Value == 1);

    public PairRound Without(string objectId) =>
        this with
        {
            Groups = Groups.Replace(ClassPost.MarkOf(objectId), string.Empty, StringComparison.Ordinal),
        };

    private IEnumerable<IReadOnlyList<string>> Marks() =>
        Groups
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(group => group.Chunk(MarkLength).Select(mark => new string(mark)).ToList());
}

/// <summary>Proposes who looks at whose work: never the same two a third time running, and the same as last time only
/// where there is no other way.</summary>
internal static class Pairing
{
    /// <summary>Among so many mixes a good one is found where there is one.</summary>
    private const int Mixes = 60;

    /// <param name="mix">Another number, other pairs; the same, the same.</param>
    /// <returns>Null where every way would be a third time.</returns>
    public static IReadOnlyList<IReadOnlyList<Member>>? Propose(
        IReadOnlyList<Member> students,
        IReadOnlyList<PairRound> before,
        int mix
    )
    {
        var (third, again) = (Third(before), before is [.., var last] ? last.Pairs().ToHashSet() : []);
        return students.Count < 2
            ? null
            : Enumerable
                .Range(0, Mixes)
                .Select(n => Groups(Mixed(students, mix, n)))
                .Where(groups => !PairsOf(groups).Any(third.Contains))
                .MinBy(groups => PairsOf(groups).Count(again.Contains));
    }

    /// <summary>The rounds that count for the next one.</summary>
    public static IReadOnlyList<PairRound> Recent(Classroom classroom, DateTimeOffset now) =>
        [.. classroom.PairRounds.Where(round => now - round.At < PeerRules.RunEnds)];

    /// <summary>Whether any two would look at each other's work a third time running.</summary>
    public static bool Repeats(PairRound round, IReadOnlyList<PairRound> before) =>
        round.Pairs().Any(Third(before).Contains);

    public static IEnumerable<(string, string)> PairsOf(IReadOnlyList<string> marks) =>
        marks.SelectMany(
            (one, i) =>
                marks.Skip(i + 1).Select(other => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one))
        );

    private static IEnumerable<(string, string)> PairsOf(IReadOnlyList<IReadOnlyList<Member>> groups) =>
        groups.SelectMany(group => PairsOf([.. group.Select(one => ClassPost.MarkOf(one.ObjectId))]));

    /// <summary>Who were together in each of the last two rounds.</summary>
    private static HashSet<(string, string)> Third(IReadOnlyList<PairRound> before) =>
        before is [.., var one, var other] ? [.. one.Pairs().Intersect(other.Pairs())] : [];

    private static List<Member> Mixed(IReadOnlyList<Member> students, int mix, int n) =>
        [
            .. students.OrderBy(
                one => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{mix}|{n}|{one.ObjectId}"))),
                StringComparer.Ordinal
            ),
        ];

    /// <summary>Two by two; where one is left over, the last are three.</summary>
    private static List<IReadOnlyList<Member>> Groups(List<Member> mixed)
    {
        var groups = mixed.Chunk(2).Select(IReadOnlyList<Member> (pair) => pair).ToList();
        if (groups[^1].Count == 1 && groups.Count > 1)
        {
            groups[^2] = [.. groups[^2], .. groups[^1]];
            groups.RemoveAt(groups.Count - 1);
        }

        return groups;
    }
}
