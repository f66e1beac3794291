using Milestones.Conversations;

namespace Milestones.School;

/// <summary>Who is in a class, as people come and go. Whatever is known of somebody who stays is kept.</summary>
internal static class Roster
{
    private const int KeptDepartures = 20;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Events are lost while the bot is down; so long after the last reading there is another.</summary>
    private static readonly TimeSpan ReadAgain = TimeSpan.FromDays(1);

    /// <summary>A team that was not to be found so often in a row, about a day long, is taken for deleted.</summary>
    private const int GoneAfter = 30;

    /// <summary>More channels would be too long a list in the card.</summary>
    private const int MostChannels = 30;

    public static Classroom Take(Classroom classroom, RosterRead read, DateTimeOffset now)
    {
        var named = classroom with
        {
            Name = read.Name ?? classroom.Name,
            GroupId = read.GroupId ?? classroom.GroupId,
            RosterFault = read.Fault,
        };
        switch (read.Fault)
        {
            case RosterFault.TooLarge:
                // Nothing to try again soon: somebody has to make it smaller, and then Teams tells.
                return named with { RosterDueAt = now + ReadAgain, RosterTries = 0 };
            case RosterFault.NotThere when classroom.RosterTries >= GoneAfter:
                return Away(named, now);
            case not null:
                var wait = FirstWait * Math.Pow(2, Math.Min(classroom.RosterTries, 10));
                return named with
                {
                    RosterDueAt = now + (wait < LongestWait ? wait : LongestWait),
                    RosterTries = classroom.RosterTries + 1,
                };
        }

        var people = LookAlikes.ToldApart(read.People);

        // Where Teams told only the account of who added the bot, the roster knows whose it is.
        var by =
            classroom.InstalledBy is { } known
            && people.FirstOrDefault(person => person.AccountId == known.ObjectId) is { } installer
                ? known with
                {
                    ObjectId = installer.ObjectId,
                }
                : classroom.InstalledBy;
        var accounts = people
            .DistinctBy(person => person.ObjectId)
            .ToDictionary(person => person.ObjectId, person => person.AccountId, StringComparer.Ordinal);
        var here = people
            .Select(person =>
                classroom.Find(person.ObjectId) is { } member
                    ? Renamed(member, person.Name)
                    : new Member(person.ObjectId, person.Name, MemberRole.Student)
            )
            .Select(member =>
                member is { Checked: true, Role: not MemberRole.Teacher }
                    ? member
                    : member with
                    {
                        AccountId = accounts[member.ObjectId],
                    }
            )
            .DistinctBy(member => member.ObjectId)
            .ToList();
        var left = classroom
            .Members.ExceptBy(here.Select(member => member.ObjectId), member => member.ObjectId)
            .ToList();
        var next = Teachers.Take(
            Without(named with { InstalledBy = by }, left, now) with
            {
                Members = here,
                Channels = Offered(read.Channels, classroom),
                RosterDueAt = classroom.RosterDueAt > read.AskedAt ? classroom.RosterDueAt : now + ReadAgain,
                RosterReadAt = read.AskedAt,
                RosterTries = 0,
            },
            read.Owners,
            now
        );
        return ClassCheck.Newcomers(
            next with
            {
                Leaving = [.. next.Leaving.Except(here.Select(member => member.ObjectId))],
            },
            now
        );
    }

    /// <summary>These left the team. When the last teacher did, the class is locked.</summary>
    public static Classroom Without(Classroom classroom, IReadOnlyCollection<Member> left, DateTimeOffset now)
    {
        if (left.Count == 0)
            return classroom;
        var stay = classroom.Members.Except(left).ToList();
        var orphaned = left.Any(IsTeacher) && !stay.Exists(IsTeacher);
        return (orphaned ? Teachers.Lock(classroom, now) : classroom) with
        {
            InstalledBy = left.Any(member => member.ObjectId == classroom.InstalledBy?.ObjectId)
                ? null
                : classroom.InstalledBy,
            Members = stay,
            Leaving = [.. classroom.Leaving.Union(left.Select(member => member.ObjectId))],
            AddedTeachers = [.. classroom.AddedTeachers.Except(left.Select(member => member.ObjectId))],
            Departed =
            [
                .. classroom
                    .Departed.Concat(
                        left.Where(member => member.Role == MemberRole.Student)
                            .Select(member => new Departure(member.ObjectId, member.Name, now))
                    )
                    .TakeLast(KeptDepartures),
            ],
        };

        static bool IsTeacher(Member member) => member.Role == MemberRole.Teacher;
    }

    /// <summary>The bot is not in the team and will not know what happens there: locked when it is back.</summary>
    public static Classroom Away(Classroom classroom, DateTimeOffset now) => Teachers.Lock(Asleep(classroom, now), now);

    /// <summary>
    /// Nothing more is sent on behalf of the class; what it knows is kept. Open alerts go on: somebody still has to
    /// look.
    /// </summary>
    public static Classroom Asleep(Classroom classroom, DateTimeOffset now) =>
        !classroom.IsActive
            ? classroom
            : classroom with
            {
                InactiveSince = now,
                RosterDueAt = null,
                CheckDueAt = null,
                ReportTo = null,
                Leaving =
                [
                    .. classroom.Leaving.Union(
                        classroom.Members.Where(member => member.Knows > 0).Select(member => member.ObjectId)
                    ),
                ],
                Members = [.. classroom.Members.Select(member => member with { Knows = 0, Checked = false })],
            };

    /// <summary>General, whose name Teams does not tell, comes first.</summary>
    private static IReadOnlyList<SeenChannel> Offered(IReadOnlyList<SeenChannel>? read, Classroom classroom) =>
        read is null
            ? classroom.Channels
            :
            [
                .. read.OrderBy(channel => channel.Id != classroom.TeamId)
                    .ThenBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)
                    .Take(MostChannels),
            ];

    private static Member Renamed(Member member, string? name) =>
        name is null || name == member.Name ? member : member with { Name = name };
}
