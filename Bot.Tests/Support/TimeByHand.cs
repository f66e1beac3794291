namespace Milestones.Tests.Support;

/// <summary>
/// A clock that stands still until a test moves it, and whose timers go off by it. Timers that repeat never do: what
/// looks around
/// every few seconds is called by the tests themselves.
/// </summary>
internal sealed class TimeByHand(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Now { get; private set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves on; timers that are due go off in their order.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Now + by;
        while (Take(until) is { } timer)
            timer.GoOff();
        Now = until;
    }

    /// <summary>Waits for something to wait up to <paramref name="most"/>, and lets that time pass at once.</summary>
    /// <returns>How long it would have been.</returns>
    public async Task<TimeSpan> PassAsync(TimeSpan most)
    {
        while (true)
        {
            Task set;
            TimeSpan? wait;
            lock (_lock)
            {
                set = _set.Task;
                wait = _timers.Where(timer => timer.Due - Now <= most).Min(timer => (TimeSpan?)(timer.Due - Now));
            }

            if (wait is { } length)
            {
                Advance(length);
                return length;
            }

            await set.WaitAsync(ConnectorStub.Patience);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(
            this,
            callback,
            state,
            repeats: period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero
        );
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? Take(DateTimeOffset until)
    {
        lock (_lock)
        {
            if (_timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due) is not { } timer)
                return null;
            _timers.Remove(timer);
            Now = timer.Due > Now ? timer.Due : Now;
            return timer;
        }
    }

    private sealed class Timer(TimeByHand clock, TimerCallback callback, object? state, bool repeats) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan || repeats)
                    return true;
                Due = clock.Now + dueTime;
                clock._timers.Add(this);
                clock._set.TrySetResult();
                clock._set = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
