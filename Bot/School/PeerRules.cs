using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>Who may ask whom for feedback, and how long it is kept.</summary>
internal static class PeerRules
{
    /// <summary>What lies longer ago is no run any more.</summary>
    public static readonly TimeSpan RunEnds = TimeSpan.FromDays(28);

    /// <summary>Students may ask each other: not the youngest, who have their teacher's pairs.</summary>
    public static bool MayAsk(Classroom classroom) => MayPair(classroom) && classroom.Settings!.Band != GradeBand.KTo2;

    /// <summary>A teacher may pair them.</summary>
    public static bool MayPair(Classroom classroom) =>
        classroom is { IsActive: true, Settings.HasNoPeerFeedback: false };

    /// <summary>As far as the student's own document knows; the class decides.</summary>
    public static bool IsOffered(Person person) =>
        person.Classes.Any(one =>
            one is { Role: MemberRole.Student, Schedule: not null, HasNoPeerFeedback: false, Band: not GradeBand.KTo2 }
        );

    public static bool IsStudentIn(Person person, DocumentKey classroom) =>
        person.Classes.Any(one => one.Class == classroom && one.Role == MemberRole.Student);

    /// <summary>An entry of this person's; somebody else's is as absent as one that never was.</summary>
    public static PeerFeedback? Find(Person person, string? id, PeerSide side) =>
        id is null ? null : person.Peers.FirstOrDefault(one => one.Id == id && one.Side == side);

    /// <summary>The one request of their own that is with a classmate.</summary>
    public static PeerFeedback? OwnOpen(Person person) =>
        person.Peers.FirstOrDefault(one => one is { Side: PeerSide.Asked, State: PeerState.Waiting, IsPaired: false });

    public static bool IsEnough(Person person, DateOnly today) =>
        person.PeersAskedAt.Count(at => LocalTime.Day(at, person.TimeZone) == today) >= PeerFeedback.MostADay;

    /// <summary>The last two whom this student had look at something were both this one.</summary>
    public static bool IsThirdRunning(Person person, string other, DateTimeOffset now) =>
        person
            .Peers.Where(one =>
                one.Side == PeerSide.Asked
                && one.State is PeerState.Answered or PeerState.Waiting
                && now - one.At < RunEnds
            )
            .TakeLast(2)
            .ToList()
            is [var first, var second]
        && first.Other == other
        && second.Other == other;

    public static Person With(Person person, PeerFeedback changed) =>
        person with
        {
            Peers = [.. person.Peers.Select(one => one.Id == changed.Id && one.Side == changed.Side ? changed : one)],
        };

    /// <summary>One more, as the newest; a repetition changes nothing.</summary>
    public static Person Added(Person person, PeerFeedback added) =>
        Find(person, added.Id, added.Side) is not null ? person : person with { Peers = [.. person.Peers, added] };

    /// <summary>Of each side the newest, and whatever is open as long as there is room.</summary>
    public static Person Trimmed(Person person, int kept)
    {
        var left = Enum.GetValues<PeerSide>()
            .SelectMany(side =>
            {
                var all = person.Peers.Where(one => one.Side == side).ToList();
                return all.Where(one => !one.IsOpen).SkipLast(Math.Max(0, kept - all.Count(one => one.IsOpen)));
            })
            .ToHashSet();
        var bytes = person.Peers.Except(left).Sum(one => one.Size);
        foreach (var oldest in person.Peers.Except(left).OrderBy(one => one.IsOpen).ToList())
        {
            if (bytes <= PeerFeedback.MostBytes)
                break;
            bytes -= oldest.Size;
            left.Add(oldest);
        }

        return left.Count == 0
            ? person
            : person with
            {
                Peers = [.. person.Peers.Where(one => !left.Contains(one))],
                Traces = (person.Traces ?? Traces.None).With(left.Select(one => one.Other)),
            };
    }

    /// <summary>Without what a student asked for, gave or was shown.</summary>
    public static Person Without(Person person, string student) =>
        person.Peers.Any(one => one.Other == student)
            ? person with
            {
                Peers = [.. person.Peers.Where(one => one.Other != student)],
                // The last card they were given may be the student's words.
                Handled = person.Handled with
                {
                    Answer = null,
                },
            }
            : person;
}
