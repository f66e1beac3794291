using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

internal enum MemberRole
{
    Student,
    Teacher,

    /// <summary>
    /// Somebody who says they teach, or taught until the class was locked: sees nothing, is asked nothing, and counts
    /// as no student.
    /// </summary>
    Unconfirmed,
}

/// <summary>What a person's document knows of a class they are in; brought and kept current by the class.</summary>
/// <param name="Class">The class's document.</param>
/// <param name="Schedule">When the class reflects; null until a teacher has set it up.</param>
/// <param name="Band">The class's grade band; a student's own choice wins.</param>
/// <param name="HasContacts">Whether an adult of the class can be reached when a student writes of something serious,
/// so that the student can be told so.</param>
internal sealed record Membership(
    DocumentKey Class,
    string ClassName,
    MemberRole Role,
    WeeklySchedule? Schedule,
    GradeBand? Band,
    bool HasContacts
)
{
    /// <summary>
    /// How far this person's weeks of prompts, for a teacher of digests, are decided. It starts when the schedule first
    /// reaches them.
    /// </summary>
    public PromptCursor? Cursor { get; init; }

    /// <summary>The last prompt that went out, and whether it was answered.</summary>
    public SentPrompt? LastPrompt { get; init; }

    /// <summary>A teacher's picture waits until the class has read again who teaches it.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// When the next prompt or reminder wants to be decided; computed anew with every turn, null when nothing is to
    /// come.
    /// </summary>
    public DateTimeOffset? LookAt { get; init; }

    /// <summary>
    /// What became of the last weeks' prompts, for a teacher of digests, newest last; for the delivery report.
    /// </summary>
    public IReadOnlyList<WeekOutcome> Outcomes { get; init; } = [];

    /// <summary>
    /// Those to whom what is shared in this class is shown, by name; none while it is locked. Null where the class has
    /// not told it yet.
    /// </summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>
    /// Whether the class asks in one line to share; what is shared is the student's choice each week.
    /// </summary>
    public bool InvitesSharing { get; init; }

    /// <summary>The day of the class's conferences, as its teacher gave it; null where it is not known.</summary>
    public DateOnly? ConferenceOn { get; init; }

    /// <summary>The class does without feedback from classmates.</summary>
    public bool HasNoPeerFeedback { get; init; }

    /// <summary>Whether an adult of this class will come when this person writes of something serious.</summary>
    [JsonIgnore]
    public bool IsWatched => Role != MemberRole.Teacher && HasContacts;

    public Membership WithOutcome(IsoWeek week, Func<WeekOutcome, WeekOutcome> change) =>
        this with
        {
            Outcomes = [.. Outcomes.Select(one => one.Week == week ? change(one) : one)],
        };

    /// <summary>
    /// The classes that are told of a concern. One without contacts is told too: it may have some later, and there are
    /// those of the tenant. Who only says that they teach is watched over like everybody.
    /// </summary>
    public static IEnumerable<DocumentKey> Watching(IEnumerable<Membership> classes) =>
        classes.Where(known => known.Role != MemberRole.Teacher).Select(known => known.Class);
}

/// <summary>What became of one week's prompt, and the connector's word where that was no.</summary>
/// <param name="Reminder">What became of its reminder; null when there was none.</param>
internal sealed record WeekOutcome(
    IsoWeek Week,
    PromptOutcome Outcome,
    string? Detail = null,
    PromptOutcome? Reminder = null
);
