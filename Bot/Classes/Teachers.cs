using Milestones.Conversations;

namespace Milestones.Classes;

/// <summary>Who is a teacher of a class: the team's owners where Graph says, else who added the bot and those they named (protocol.md, section 8).</summary>
internal static class Teachers
{
    /// <summary>How long the owners may be known before a teacher acts.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>By the roster as it stands. While Graph does not say who owns the team, nobody may.</summary>
    public static bool MayAct(Classroom classroom, PersonId person) =>
        classroom is { IsActive: true, OwnersFault: null } && classroom.Find(person) is { Role: MemberRole.Teacher };

    public static Classroom Take(Classroom classroom, OwnersSeen owners, DateTimeOffset now) => owners switch
    {
        { Fault: { } fault } => classroom with { OwnersFault = fault },
        { ObjectIds: { } ids } => WithRoles(classroom with { OwnersFault = null, OwnersReadAt = now }, ids),
        _ => WithRoles(classroom with { OwnersFault = null, OwnersReadAt = null }, Named(classroom)),
    };

    /// <summary>Where Graph is not used: who added the bot, and those they named.</summary>
    public static IReadOnlySet<string> Named(Classroom classroom) =>
        new HashSet<string>([.. classroom.AddedTeachers, .. classroom.InstalledBy is { } by ? [by.ObjectId] : Array.Empty<string>()], StringComparer.OrdinalIgnoreCase);

    private static Classroom WithRoles(Classroom classroom, IReadOnlySet<string> teachers) => classroom with
    {
        Members = [.. classroom.Members.Select(member => (teachers.Contains(member.ObjectId) ? MemberRole.Teacher : MemberRole.Student) is var role && role != member.Role
            ? member with { Role = role, Knows = 0, Checked = false }
            : member)],
    };
}
