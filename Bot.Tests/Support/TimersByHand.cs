using System.Collections.Concurrent;

namespace Milestones.Tests.Support;

/// <summary>A clock whose timers go off when a test says so, for limits that a test must not wait for.</summary>
internal sealed class TimersByHand : TimeProvider
{
    private readonly ConcurrentQueue<(TimerCallback Callback, object? State)> _timers = new();

    /// <summary>Lets everything that waits run out of time.</summary>
    public void GoOff()
    {
        while (_timers.TryDequeue(out var timer))
            timer.Callback(timer.State);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Enqueue((callback, state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
