namespace Milestones.Calendar;

/// <summary>What became of a week's prompt, or of its reminder: the words of the delivery report.</summary>
internal enum PromptOutcome
{
    Sent,

    /// <summary>Sent, but more than an hour after its moment.</summary>
    Late,

    Holiday,
    ClassPaused,

    /// <summary>The class moved its day or hour so that this week's moment was already over.</summary>
    Rescheduled,

    OptedOut,
    Paused,
    Unreachable,

    /// <summary>Sent, and nobody knows whether it arrived; it is not sent again.</summary>
    Unknown,

    /// <summary>By the end of the person's quiet hours it was too late.</summary>
    QuietHoursPassed,

    /// <summary>Other messages took the person's one a day until it was too late.</summary>
    DailyLimit,

    /// <summary>The bot was not there in time.</summary>
    Outage,

    /// <summary>No reminder, because the reflection was there.</summary>
    Answered,

    AlreadyReminded,

    /// <summary>The class wants no reminders, or the next prompt comes first.</summary>
    NoReminder,

    /// <summary>Another class of the student asked this week already, with one card for all of them.</summary>
    WithOther,
}

/// <summary>What to do now about the weekly prompt of one person in one class.</summary>
internal abstract record PromptDecision
{
    private PromptDecision() { }

    /// <summary>Send it now. <paramref name="As"/> is Sent or Late.</summary>
    internal sealed record Send(IsoWeek Week, PromptOutcome As) : PromptDecision;

    /// <summary>This week has no message, and why.</summary>
    internal sealed record Skip(IsoWeek Week, PromptOutcome Why) : PromptDecision;

    /// <summary>Nothing before this moment, which is always later than now.</summary>
    internal sealed record WaitUntil(DateTimeOffset At) : PromptDecision;

    /// <summary>The schedule has nothing more; look again when it changes.</summary>
    internal sealed record Idle : PromptDecision;
}

/// <summary>A person, as far as prompts are concerned.</summary>
/// <param name="Zone">Their own, IANA; the class's stands in when it is not known.</param>
/// <param name="Reachable">There is a chat, and nothing says that it is closed.</param>
/// <param name="LastUnprompted">When anything was last sent unasked, of any class: one a day is the most.</param>
/// <param name="Spread">How much later than others this person is woken, from <see cref="Spread"/>.</param>
internal sealed record Recipient(
    string? Zone = null,
    bool Reachable = true,
    bool OptedOut = false,
    DateTimeOffset? PausedUntil = null,
    DateTimeOffset? LastUnprompted = null,
    TimeSpan Spread = default
)
{
    public QuietHours Quiet { get; init; } = QuietHours.Night;

    /// <summary>Why what is due at this moment is not for them, whenever it could be sent; null when it is.</summary>
    public PromptOutcome? WhyNot(DateTimeOffset due) =>
        OptedOut ? PromptOutcome.OptedOut
        : PausedUntil > due ? PromptOutcome.Paused
        : !Reachable ? PromptOutcome.Unreachable
        : null;
}

/// <summary>
/// How far the weeks of one person in one class are decided. It only moves forward, so no week is decided twice.
/// </summary>
/// <param name="Since">When the person joined, or the class first had a schedule: earlier weeks are none of
/// theirs.</param>
/// <param name="Through">The last week that was sent or skipped.</param>
internal sealed record PromptCursor(DateTimeOffset Since, IsoWeek? Through = null)
{
    public PromptCursor With(IsoWeek decided) => Through >= decided ? this : this with { Through = decided };
}
