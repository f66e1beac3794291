using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A student wrote back, as a teacher's own document keeps it until it was shown. The words lie with the student.
/// </summary>
/// <param name="Student">Entra object id.</param>
/// <param name="Reply">The teacher's answer that it is about.</param>
internal sealed record AnswerCall(DocumentKey Class, string Student, string? Name, string Reply, DateTimeOffset ShowAt);

/// <summary>What a student wrote back, shown to the teacher it is for, who may not have looked yet.</summary>
/// <param name="Student">Entra object id.</param>
/// <param name="Reply">The teacher's answer that it is about.</param>
internal sealed record AnswerShown(DocumentKey Class, string Student, string Reply);
