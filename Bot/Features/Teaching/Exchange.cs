using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher and a student who write back and forth: at most four turns, then they had better talk. The student's own
/// document holds it, and shows it to this one teacher.
/// </summary>
internal static class Exchange
{
    /// <summary>What comes later is a new exchange.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>The teacher's last answer in this class, with what the student wrote back.</summary>
    public static TeacherReply? Last(Person? person, DocumentKey classroom, DocumentKey teacher) =>
        person?.TeacherReplies.LastOrDefault(reply => reply.Class == classroom && reply.Teacher == teacher);

    /// <summary>What the student wrote back and this teacher has not dealt with; null when nothing waits.</summary>
    public static TeacherReply? Waiting(Person? person, DocumentKey classroom, DocumentKey? teacher) =>
        teacher is { } key
            ? person?.TeacherReplies.LastOrDefault(reply =>
                reply.Class == classroom && reply.Teacher == key && reply is { Answer: not null, AnswerHandledAt: null }
            )
            : null;

    /// <summary>How many turns there were before an answer that is given now.</summary>
    public static int Before(Person person, DocumentKey classroom, DocumentKey teacher, DateTimeOffset now) =>
        Waiting(person, classroom, teacher) is { IsLastTurn: false } last && now - last.AnsweredAt < Lasts
            ? last.Before + 2
            : 0;

    /// <summary>
    /// Whether all turns were taken lately, and nothing new has come up since that would ask for another answer.
    /// </summary>
    public static bool IsOver(StudentWeek student, DocumentKey classroom, DocumentKey teacher, DateTimeOffset now) =>
        Last(student.Person, classroom, teacher) is { Answer: not null, IsLastTurn: true } last
        && now - last.AnsweredAt < Lasts
        && student.Need is null or { Kind: NeedKind.WroteBack };
}
