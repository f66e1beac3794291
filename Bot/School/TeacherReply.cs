using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A teacher's answer, in the student's own document: there the student finds it, there the teacher sees whether it was
/// read, and there lies what the student wrote back.
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
    /// <summary>A teacher and a student write each other so often; then they talk.</summary>
    public const int MostTurns = 4;

    /// <summary>Where it is feedback on work: what was strong, and the next step; null for an answer.</summary>
    public WorkFeedback? Feedback { get; init; }

    /// <summary>When it is to be shown: after the quiet hours. Null once it was.</summary>
    public DateTimeOffset? ShowAt { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>When the student did anything in the chat after it had come.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Why it did not arrive, until the teacher is told.</summary>
    public string? LostBecause { get; init; }

    /// <summary>
    /// Turns of this exchange before this one: none, or two where it answers what the student wrote back.
    /// </summary>
    public int Before { get; init; }

    /// <summary>What the student wrote back, for this teacher alone; null when nothing was.</summary>
    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the teacher dealt with what was written back; null while it waits.</summary>
    public DateTimeOffset? AnswerHandledAt { get; init; }

    /// <summary>When that teacher had it before them; null while nobody knows.</summary>
    public DateTimeOffset? AnswerSeenAt { get; init; }

    /// <summary>The card it is in the student's chat, where what became of their words is shown.</summary>
    public string? ActivityId { get; init; }

    /// <summary>
    /// Since when the student has gone on to something else: what is typed now is not for the teacher.
    /// </summary>
    public DateTimeOffset? ClosedAt { get; init; }

    [JsonIgnore]
    public bool IsUnread => ShownAt is not null && SeenAt is null && LostBecause is null;

    /// <summary>Whether it is the last thing in the student's chat and there is a turn left to write back.</summary>
    [JsonIgnore]
    public bool Listens => ShownAt is not null && ClosedAt is null && MayBeAnswered;

    [JsonIgnore]
    public bool MayBeAnswered => Answer is null && LostBecause is null && Before + 2 <= MostTurns;

    /// <summary>Whether what the student wrote back is the last turn of its exchange.</summary>
    [JsonIgnore]
    public bool IsLastTurn => Before + 2 >= MostTurns;
}

/// <summary>A teacher's feedback on a student's work: one strength and one next step, tied to a criterion.</summary>
/// <param name="Work">The goal's or the task's id.</param>
/// <param name="Criterion">The sentence, as it was when the teacher wrote.</param>
internal sealed record WorkFeedback(string Work, string Title, string Criterion, string Strength, string NextStep)
{
    /// <summary>Of each of the two, in characters (UTF-16).</summary>
    public const int MaxLength = 250;
}
