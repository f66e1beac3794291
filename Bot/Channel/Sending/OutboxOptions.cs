using Milestones.Conversations;

namespace Milestones.Channel.Sending;

/// <summary>The settings under <c>Outbox</c>. Nobody needs to change them; tests of crashes do, to wait less.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <inheritdoc cref="OutboxState.Lease"/>
    public TimeSpan Lease { get; set; } = OutboxState.Lease;

    /// <inheritdoc cref="OutboxDispatcher.Idle"/>
    public TimeSpan Idle { get; set; } = OutboxDispatcher.Idle;

    /// <summary>Between two looks for documents whose alarm is due.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(2);

    public bool FitTogether => Pause > TimeSpan.Zero && Idle > TimeSpan.Zero && Idle + Pause < Lease;
}
