using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A teacher's answer, in the student's own document: there the student finds it, and there the teacher sees whether it
/// was read.
/// </summary>
/// <param name="Teacher">The teacher's document, which is told when the answer is lost.</param>
/// <param name="At">When it came; what it answered was handled then.</param>
internal sealed record TeacherReply(
    string Id,
    DocumentKey Class,
    DocumentKey Teacher,
    string? TeacherName,
    string Text,
    DateTimeOffset At
)
{
    /// <summary>When it is to be shown: after the quiet hours. Null once it was.</summary>
    public DateTimeOffset? ShowAt { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>When the student did anything in the chat after it had come.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Why it did not arrive, until the teacher is told.</summary>
    public string? LostBecause { get; init; }

    [JsonIgnore]
    public bool IsUnread => ShownAt is not null && SeenAt is null && LostBecause is null;
}
