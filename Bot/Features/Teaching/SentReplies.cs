using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>What teachers of a class wrote to a student, as it stands in the student's document.</summary>
internal static class SentReplies
{
    /// <summary>Newest first.</summary>
    public static IEnumerable<TeacherReply> To(StudentWeek student, DocumentKey key) =>
        (student.Person?.TeacherReplies ?? []).Where(reply => reply.Class == key).Reverse();

    /// <summary>The newest answer of another teacher of the class; null where there is none.</summary>
    public static TeacherReply? OfOthers(Person? person, DocumentKey key, DocumentKey teacher) =>
        person?.TeacherReplies.LastOrDefault(reply => reply.Class == key && reply.Teacher != teacher);

    /// <summary>What became of an answer, as the end of a text's key.</summary>
    public static string StateOf(TeacherReply reply) =>
        reply switch
        {
            { LostBecause: not null } => "Lost",
            { SeenAt: not null } => "Read",
            { ShownAt: not null } => "Delivered",
            _ => "Waits",
        };
}
