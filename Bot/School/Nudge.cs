using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>A teacher's friendly push, in the student's own document. One a week is the most, from whomever.</summary>
/// <param name="ShowAt">When it is to be shown; null once it was, or could not be in time.</param>
internal sealed record Nudge(IsoWeek Week, DocumentKey Class, string? TeacherName, DateTimeOffset? ShowAt);
