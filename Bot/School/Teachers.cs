using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Who is a teacher of a class: the team's owners where Graph says, else who added the bot and those they named
/// (docs/protocol.md, section 8).
/// </summary>
internal static class Teachers
{
    /// <summary>How long the owners may be known before a teacher acts.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>By the roster as it stands. While Graph does not say who owns the team, nobody may.</summary>
    public static bool MayAct(Classroom classroom, PersonId person) =>
        classroom is { IsActive: true, OwnersFault: null } && classroom.Find(person) is { Role: MemberRole.Teacher };

    /// <summary>Whether the owners are known well enough to act on without asking Graph again.</summary>
    public static bool AreFresh(Classroom classroom, DateTimeOffset now) =>
        classroom.OwnersFault is null && now - classroom.OwnersReadAt < Fresh;

    public static Classroom Take(Classroom classroom, OwnersSeen owners, DateTimeOffset now) =>
        owners switch
        {
            { Fault: { } fault } => classroom with { OwnersFault = fault },
            { ObjectIds: { } ids } => WithRoles(classroom with { OwnersFault = null, OwnersReadAt = now }, ids, now),
            _ => WithRoles(classroom with { OwnersFault = null, OwnersReadAt = null }, Named(classroom), now),
        };

    /// <summary>Where Graph is not used: who added the bot, and those they named.</summary>
    public static IReadOnlySet<string> Named(Classroom classroom) =>
        new HashSet<string>(
            [.. classroom.AddedTeachers, .. classroom.InstalledBy is { } by ? [by.ObjectId] : Array.Empty<string>()],
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Who has another role now is told so, as soon as their chat was tried.</summary>
    private static Classroom WithRoles(Classroom classroom, IReadOnlySet<string> teachers, DateTimeOffset now)
    {
        List<Member> members =
        [
            .. classroom.Members.Select(member =>
                (teachers.Contains(member.ObjectId) ? MemberRole.Teacher : MemberRole.Student) is var role
                && role != member.Role
                    ? member with
                    {
                        Role = role,
                        Knows = 0,
                        Checked = false,
                    }
                    : member
            ),
        ];
        return members.SequenceEqual(classroom.Members)
            ? classroom
            : ClassCheck.Newcomers(classroom with { Members = members }, now);
    }
}
