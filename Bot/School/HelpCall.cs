using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A student's call for help, as a teacher's own document keeps it until it was shown twice or dealt with. Whether it
/// is, the student's document says.
/// </summary>
/// <param name="Student">Entra object id.</param>
/// <param name="Again">It was shown once; the next time is the second.</param>
internal sealed record HelpCall(
    DocumentKey Class,
    string Student,
    string? Name,
    DateTimeOffset Since,
    DateTimeOffset ShowAt,
    bool Again = false
);
