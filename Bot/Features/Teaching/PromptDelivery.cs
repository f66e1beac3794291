using Milestones.Calendar;

namespace Milestones.Features.Teaching;

/// <summary>What became of a student's prompt, as a teacher counts it.</summary>
internal enum DeliveryState
{
    Delivered,
    Blocked,
    Removed,
    Unreachable,
    Unknown,
    Off,
    NotSent,
    Left,

    /// <summary>Still to come, or sent before this was kept.</summary>
    Nothing,
}

/// <param name="Why">A reason to be said beside the name: the connector's word, or an outcome's; null where the state
/// says it all.</param>
/// <param name="Reminder">What became of the reminder; <see cref="DeliveryState.Nothing"/> when there was none.</param>
internal sealed record PromptDelivery(
    string? Name,
    DeliveryState State,
    string? Why,
    DeliveryState Reminder = DeliveryState.Nothing
)
{
    /// <summary>The class whose card asked for this one, where it did.</summary>
    public string? With { get; init; }

    /// <summary>Null for who has left.</summary>
    public StudentWeek? Student { get; init; }

    private static readonly string[] Removed =
    [
        "Uninstalled",
        "BotNotInConversationRoster",
        "ForbiddenOperationException",
    ];

    public static PromptDelivery Of(StudentWeek student)
    {
        var prompt = student.Prompt;
        var (state, why) = prompt?.Outcome switch
        {
            PromptOutcome.Sent or PromptOutcome.Late or PromptOutcome.Answered or PromptOutcome.WithOther => (
                DeliveryState.Delivered,
                null
            ),
            PromptOutcome.Unknown => (DeliveryState.Unknown, null),
            PromptOutcome.Unreachable => (
                StateOf(prompt.Detail),
                prompt.Detail ?? student.Member.Unreachable ?? "NoConversation"
            ),
            PromptOutcome.OptedOut or PromptOutcome.Paused => (DeliveryState.Off, null),
            { } skipped => (DeliveryState.NotSent, skipped.ToString()),
            null when student.Member.Unreachable is { } unreachable && student.Person?.Chat is null => (
                StateOf(unreachable),
                unreachable
            ),
            null => (DeliveryState.Nothing, (string?)null),
        };
        return new(
            student.Name,
            state,
            why,
            prompt?.Reminder switch
            {
                null => DeliveryState.Nothing,
                PromptOutcome.Sent => DeliveryState.Delivered,
                PromptOutcome.Unknown => DeliveryState.Unknown,
                _ => DeliveryState.Unreachable,
            }
        )
        {
            Student = student,
            With = prompt is { Outcome: PromptOutcome.Answered or PromptOutcome.WithOther } ? prompt.Detail : null,
        };
    }

    /// <summary>Every student of the class, and those who left since the week began.</summary>
    public static IReadOnlyList<PromptDelivery> Of(ClassWeek week, Func<DateTimeOffset, DateOnly> dayOf) =>
        [
            .. week.Students.Select(Of),
            .. week
                .Classroom.Departed.Where(gone =>
                    week.Classroom.Find(gone.ObjectId) is null
                    && dayOf(gone.At) >= week.Week.Monday
                    && dayOf(gone.At) <= week.Week.Next.Sunday
                )
                .Select(gone => new PromptDelivery(gone.Name, DeliveryState.Left, null)),
        ];

    private static DeliveryState StateOf(string? code) =>
        code == "ConversationBlockedByUser" ? DeliveryState.Blocked
        : Removed.Contains(code, StringComparer.Ordinal) ? DeliveryState.Removed
        : DeliveryState.Unreachable;
}
