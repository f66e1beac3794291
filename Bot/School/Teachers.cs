using Milestones.Conversations;

namespace Milestones.School;

/// <summary>Whose word makes the teachers of a class.</summary>
internal enum Authority
{
    /// <summary>
    /// Who first added the bot, and those they named; counts only where the school set
    /// <c>Classes:InstallerIsTeacher</c>. Every class of a version before is one of these.
    /// </summary>
    Installer,

    /// <summary>The school's: Graph's owners of the team, an administrator's code, and whoever these named.</summary>
    School,
}

/// <summary>
/// Who is a teacher of a class. Never whoever merely added the bot, and never whom the class counted as its student,
/// unless the school or a teacher says so (docs/classes.md, "Who is a teacher").
/// </summary>
internal static class Teachers
{
    /// <summary>How long what Graph and the connector said is good enough for a teacher to act on.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>By the class as it stands: nobody in a locked one, no owner while Graph does not say.</summary>
    public static bool Teaches(Classroom classroom, PersonId person) =>
        classroom is { IsActive: true, LockedAt: null }
        && classroom.Find(person) is { Role: MemberRole.Teacher } member
        && (classroom.OwnersFault is null || IsNamed(classroom, member.ObjectId));

    /// <summary>
    /// Whether this person may see and change something of the class now: they teach it, and it was asked just now
    /// whether they still do.
    /// </summary>
    public static bool MayAct(Classroom classroom, PersonId person, DateTimeOffset now) =>
        Teaches(classroom, person) && IsFresh(classroom, person, now);

    /// <summary>Why this person may not act there, as the key of a text; null when they may.</summary>
    public static string? WhyNot(Classroom classroom, PersonId person, DateTimeOffset now) =>
        MayAct(classroom, person, now) ? null
        : !classroom.IsActive ? "Class.NotHere"
        : Teaches(classroom, person) ? "Class.NotChecked"
        : "Class.TeachersOnly";

    /// <summary>Whether this person was seen in the team, and its owners were read, within the last minutes.</summary>
    public static bool IsFresh(Classroom classroom, PersonId person, DateTimeOffset now) =>
        classroom.Find(person) is { } member
        && (now - classroom.RosterReadAt < Fresh || now - member.SeenAt < Fresh)
        && (classroom.OwnersReadAt is null || IsNamed(classroom, member.ObjectId) || AreFresh(classroom, now));

    /// <summary>Whether the owners are known well enough to act on without asking Graph again.</summary>
    public static bool AreFresh(Classroom classroom, DateTimeOffset now) =>
        classroom.OwnersFault is null && now - classroom.OwnersReadAt < Fresh;

    /// <summary>A teacher by a code or by a teacher's word: Graph's trouble does not stop them.</summary>
    public static bool IsNamed(Classroom classroom, string objectId) =>
        classroom.Authority == Authority.School
        && classroom.AddedTeachers.Contains(objectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those to whom what students share is shown now; nobody while the class is locked.</summary>
    public static IEnumerable<Member> Reading(Classroom classroom) =>
        classroom is { IsActive: true, LockedAt: null }
            ? classroom.Members.Where(member => member.Role == MemberRole.Teacher)
            : [];

    /// <summary>What was read of who has the school's word for it.</summary>
    public static Classroom Take(Classroom classroom, OwnersSeen owners, DateTimeOffset now) =>
        owners switch
        {
            { Fault: { } fault } => classroom with { OwnersFault = fault },
            { ObjectIds: { } ids } => Owned(classroom with { OwnersFault = null, OwnersReadAt = now }, ids, now),
            _ => WithRoles(
                classroom with
                {
                    OwnersFault = null,
                    OwnersReadAt = null,
                },
                Named(classroom, owners.InstallerTeaches),
                MemberRole.Unconfirmed,
                now
            ),
        };

    /// <summary>
    /// Somebody was seen in the team, or was not; or the connector did not say, and then nothing is known.
    /// </summary>
    public static Classroom Take(Classroom classroom, PersonId person, Presence presence, DateTimeOffset now) =>
        classroom.Find(person) is not { } member ? classroom
        : presence == Presence.Gone ? Roster.Without(classroom, [member], now)
        : presence == Presence.Here ? With(classroom, member with { SeenAt = now })
        : classroom;

    /// <summary>Somebody says that they teach: from now on they are neither asked nor counted.</summary>
    public static Classroom Claim(Classroom classroom, Member member, DateTimeOffset now) =>
        Changed(classroom, With(classroom, As(member, MemberRole.Unconfirmed)), now);

    /// <summary>A teacher says whether they do.</summary>
    public static Classroom Answer(Classroom classroom, Member member, bool teaches, DateTimeOffset now) =>
        Changed(
            classroom,
            With(
                classroom,
                As(member, teaches ? MemberRole.Teacher : MemberRole.Student) with
                {
                    IsRefused = !teaches,
                }
            ) with
            {
                AddedTeachers = teaches ? [.. classroom.AddedTeachers, member.ObjectId] : classroom.AddedTeachers,
            },
            now
        );

    /// <summary>
    /// Whom this teacher can name beside those who teach anyway: where Graph says who owns the team, only who says so.
    /// </summary>
    public static IEnumerable<Member> Nameable(Classroom classroom, PersonId by) =>
        classroom.Members.Where(member =>
            member.ObjectId != by.ObjectId
            && (
                classroom.AddedTeachers.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase)
                || member.Role == MemberRole.Unconfirmed
                || (classroom.OwnersReadAt is null && member.Role == MemberRole.Student)
            )
        );

    /// <summary>
    /// A teacher names who else teaches here; who was named before, or said so, and is not named is a student.
    /// </summary>
    public static Classroom Name(Classroom classroom, PersonId by, IReadOnlyList<string> others, DateTimeOffset now)
    {
        List<string> teachers =
        [
            .. others,
            .. classroom.AddedTeachers.Where(id => id == by.ObjectId && !others.Contains(id)),
        ];
        List<Member> members =
        [
            .. classroom.Members.Select(member =>
                teachers.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase) ? As(member, MemberRole.Teacher)
                : member.Role == MemberRole.Unconfirmed
                || classroom.AddedTeachers.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase)
                    ? As(member, MemberRole.Student)
                : member
            ),
        ];
        return Changed(classroom, classroom with { AddedTeachers = teachers, Members = members }, now);
    }

    /// <summary>
    /// An administrator's code names a teacher, and unlocks. Whoever had only added the bot, or was named by them, has
    /// no say any more.
    /// </summary>
    public static Classroom Redeem(Classroom classroom, string objectId, DateTimeOffset now)
    {
        IReadOnlyList<string> named =
            classroom.Authority == Authority.School
                ? [.. classroom.AddedTeachers.Where(id => id != objectId), objectId]
                : [objectId];
        var owned = classroom.OwnersReadAt is not null;
        List<Member> members =
        [
            .. classroom.Members.Select(member =>
                named.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase) ? As(member, MemberRole.Teacher)
                : member.Role == MemberRole.Teacher && !owned ? As(member, MemberRole.Unconfirmed)
                : member
            ),
        ];
        return Changed(
            classroom,
            classroom with
            {
                Authority = Authority.School,
                InstalledBy = null,
                AddedTeachers = named,
                LockedAt = null,
                Members = members,
            },
            now
        );
    }

    /// <summary>Who added the bot was taken for the teacher and is not: locked until the school names one.</summary>
    public static Classroom Distrust(Classroom classroom, DateTimeOffset now) =>
        Changed(
            classroom,
            Lock(classroom, now) with
            {
                InstalledBy = null,
                AddedTeachers = [],
                Members =
                [
                    .. classroom.Members.Select(member =>
                        member.Role == MemberRole.Teacher ? As(member, MemberRole.Unconfirmed) : member
                    ),
                ],
            },
            now
        );

    /// <summary>Nothing a student shared is shown to anybody until Graph or a code names a teacher.</summary>
    public static Classroom Lock(Classroom classroom, DateTimeOffset now) =>
        classroom.LockedAt is null ? classroom with { LockedAt = now } : classroom;

    /// <summary>Somebody in another role, to be told of it as soon as their chat was tried.</summary>
    public static Member As(Member member, MemberRole role) =>
        member.Role == role ? member : member with { Role = role, Knows = 0, Checked = false };

    public static Classroom With(Classroom classroom, Member changed) =>
        classroom with
        {
            Members = [.. classroom.Members.Select(member => member.ObjectId == changed.ObjectId ? changed : member)],
        };

    /// <summary>Graph's word: from now on nothing counts that came of adding the bot.</summary>
    private static Classroom Owned(Classroom classroom, IReadOnlySet<string> owners, DateTimeOffset now)
    {
        var vouched =
            classroom.Authority == Authority.School
                ? classroom
                : classroom with
                {
                    Authority = Authority.School,
                    InstalledBy = null,
                    AddedTeachers = [],
                };
        return WithRoles(
            vouched.Members.Any(member => owners.Contains(member.ObjectId))
                ? vouched with
                {
                    LockedAt = null,
                }
                : vouched,
            new HashSet<string>([.. owners, .. vouched.AddedTeachers], StringComparer.OrdinalIgnoreCase),
            MemberRole.Student,
            now
        );
    }

    /// <summary>Where Graph is not used.</summary>
    private static HashSet<string> Named(Classroom classroom, bool installerTeaches) =>
        classroom.Authority == Authority.School ? new(classroom.AddedTeachers, StringComparer.OrdinalIgnoreCase)
        : installerTeaches
            ? new(
                [
                    .. classroom.AddedTeachers,
                    .. classroom.InstalledBy is { } by ? [by.ObjectId] : Array.Empty<string>(),
                ],
                StringComparer.OrdinalIgnoreCase
            )
        : [];

    /// <param name="otherwise">What they are who taught until now.</param>
    private static Classroom WithRoles(
        Classroom classroom,
        HashSet<string> teachers,
        MemberRole otherwise,
        DateTimeOffset now
    ) =>
        Changed(
            classroom,
            classroom with
            {
                Members =
                [
                    .. classroom.Members.Select(member =>
                        teachers.Contains(member.ObjectId) ? As(member, MemberRole.Teacher)
                        : member.Role == MemberRole.Teacher ? As(member, otherwise)
                        : member
                    ),
                ],
            },
            now
        );

    /// <summary>Who has another role now is told so, as soon as their chat was tried.</summary>
    private static Classroom Changed(Classroom before, Classroom next, DateTimeOffset now) =>
        next.Members.SequenceEqual(before.Members) ? next : ClassCheck.Newcomers(next, now);
}
