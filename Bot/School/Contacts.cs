namespace Milestones.School;

/// <summary>
/// The adults of a class who are told about concerns: those the set-up names and, when none of them is left, its
/// teachers.
/// </summary>
internal static class Contacts
{
    /// <summary>More would only make everybody think that somebody else does it.</summary>
    public const int Most = 6;

    public static IReadOnlyList<Member> Of(Classroom classroom)
    {
        if (classroom.Settings is not { } settings)
        {
            return [];
        }

        // Who is no teacher any more is told nothing about students.
        var named = classroom
            .Members.Where(member =>
                member.Role == MemberRole.Teacher
                && settings.Contacts.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        return
        [
            .. (named.Count > 0 ? named : classroom.Members.Where(member => member.Role == MemberRole.Teacher)).Take(
                Most
            ),
        ];
    }

    /// <summary>Whether a student can honestly be told that an adult will look after them.</summary>
    public static bool AreThere(Classroom classroom) => Of(classroom).Any(IsReachable);

    public static bool IsReachable(Member member) => member is { ChatId: not null, Unreachable: null };
}
