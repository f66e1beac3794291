using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Whose private chat is to be opened, without writing in it: everybody's when a teacher asks, and that of who came
/// since.
/// </summary>
internal static class ClassCheck
{
    /// <summary>Who is tried next: those never tried come before those whose chat did not open.</summary>
    public static IEnumerable<Member> Waiting(Classroom classroom) =>
        classroom.Members.Where(member => !member.Checked).OrderBy(member => member.Unreachable is not null);

    /// <param name="all">False tries only those again who could not be reached, and those never tried.</param>
    public static Classroom Begin(Classroom classroom, PersonId by, bool all, DateTimeOffset now)
    {
        List<Member> members =
        [
            .. classroom.Members.Select(member =>
                all || member.Unreachable is not null ? member with { Checked = false } : member
            ),
        ];
        return classroom with
        {
            Members = members,

            // The accounts of those tried before are in the roster.
            RosterDueAt = members.Exists(member => member is { Checked: false, AccountId: null })
                ? now
                : classroom.RosterDueAt,
            CheckDueAt = now,
            CheckTries = 0,
            ReportTo = by.ObjectId,
        };
    }

    /// <summary>Who came since the set-up is tried without a report.</summary>
    public static Classroom Newcomers(Classroom classroom, DateTimeOffset now) =>
        classroom.Settings is null || classroom.Members.All(member => member.Checked)
            ? classroom
            : classroom with
            {
                CheckDueAt = now,
                CheckTries = 0,
            };
}
