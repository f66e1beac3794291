namespace Milestones.Channel.Sending;

/// <summary>
/// The permits of one tenant: never more calls than the limit in any second, wherever it begins. Posts come evenly and
/// leave one call of every
/// second to answers, which find it at once. A permit may be taken some time before its call: it counts from then on
/// until a second after the call.
/// </summary>
/// <remarks>
/// Not a limiter of <c>System.Threading.RateLimiting</c>: its bucket lets more through in the second after a rest, its
/// sliding window loses time
/// when its ticks come late, and neither knows that a call may come later than its permit.
/// </remarks>
internal sealed class TenantRate(int perSecond, TimeProvider time)
{
    /// <summary>What leaves within this may arrive within a second.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1005);

    /// <summary>The longest stall of a busy machine that is made up for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>What timers know: faster posts have no pace.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Queue<TimeSpan> _left = new();
    private int _open;
    private bool _waited;
    private TimeSpan _planned;
    private TimeSpan _nextPost;

    /// <summary>Between two posts, where nothing else is sent.</summary>
    public TimeSpan Interval => Second / (perSecond - 1);

    /// <summary>Takes a permit. It is to be ended by <see cref="Left"/> or <see cref="Lapsed"/>.</summary>
    /// <returns>Zero when it was there, else how long until it is worth asking again, in whole milliseconds.</returns>
    public TimeSpan Take(bool post)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            while (_left.TryPeek(out var oldest) && oldest + Second <= now)
                _left.Dequeue();
            var tooMany = _open + _left.Count - (post ? perSecond - 1 : perSecond);
            var free =
                tooMany < 0 ? now
                : tooMany < _left.Count ? _left.ElementAt(tooMany) + Second
                : now + Interval;
            if (post && _nextPost > free && Interval >= Tick)
                free = _nextPost;
            if (free > now)
            {
                _waited |= post;
                return TimeSpan.FromMilliseconds(Math.Ceiling((free - now).TotalMilliseconds));
            }

            _open++;
            Plan(post, now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>The call of a permit goes out now.</summary>
    public void Left()
    {
        lock (_lock)
        {
            _open--;
            _left.Enqueue(time.GetElapsedTime(_start));
        }
    }

    /// <summary>A permit was not used.</summary>
    public void Lapsed()
    {
        lock (_lock)
            _open--;
    }

    /// <summary>
    /// By the clock, not from the last call on, so that what timers come late adds up to nothing. An answer takes the
    /// place of a post.
    /// </summary>
    private void Plan(bool post, TimeSpan now)
    {
        var earliest = _waited ? now - Longest : now;
        _planned = (_planned > earliest ? _planned : earliest) + Interval;
        var soonest = post ? now + (Interval * 0.8) : _nextPost;
        _nextPost = _planned > soonest ? _planned : soonest;
        _waited &= !post;
    }
}
