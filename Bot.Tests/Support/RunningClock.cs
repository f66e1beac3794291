namespace Milestones.Tests.Support;

/// <summary>
/// A clock that starts at a moment of the test's choice, runs on like any other, and can be set ahead. Waits take as
/// long as they do.
/// </summary>
internal sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private long _ahead = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    /// <summary>Sets the clock ahead to this moment; one that has passed changes nothing.</summary>
    public void SetAhead(DateTimeOffset moment) =>
        Interlocked.Add(ref _ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
}
