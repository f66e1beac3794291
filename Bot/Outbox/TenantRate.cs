namespace Milestones.Outbox;

/// <summary>
/// The permits of one tenant: never more than the limit in any second, wherever it begins, and a little fewer for posts, evenly, so that an
/// answer in between finds room at once. Time that was missed on a busy machine is made up for as far as the last second leaves room.
/// </summary>
/// <remarks>
/// Not a limiter of <c>System.Threading.RateLimiting</c>: its bucket lets more through in the second after a rest, and its sliding window loses time
/// when its ticks come late.
/// </remarks>
internal sealed class TenantRate(int perSecond, TimeProvider time)
{
    /// <summary>What leaves within this may arrive within a second.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1012);

    /// <summary>The same for posts: one of them fewer.</summary>
    private static readonly TimeSpan PostsSecond = TimeSpan.FromMilliseconds(1035);

    /// <summary>The longest stall that is made up for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>What timers know.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly long _start = time.GetTimestamp();
    private readonly Queue<TimeSpan> _last = new();
    private TimeSpan _planned;
    private TimeSpan _nextPost;

    /// <summary>Between two posts, where nothing else is sent.</summary>
    public TimeSpan Interval => PostsSecond / perSecond;

    /// <summary>Takes a permit.</summary>
    /// <returns>Zero when it was there, else how long until it is worth asking again, in whole milliseconds.</returns>
    public TimeSpan Take(bool post)
    {
        var now = time.GetElapsedTime(_start);
        var free = _last.Count < perSecond ? now : _last.Peek() + (post ? PostsSecond : Second);
        if (post && _nextPost > free && Interval >= Tick)
            free = _nextPost;
        if (free > now)
            return TimeSpan.FromMilliseconds(Math.Ceiling((free - now).TotalMilliseconds));

        while (_last.Count >= perSecond || (_last.TryPeek(out var oldest) && oldest + PostsSecond <= now))
            _last.Dequeue();
        _last.Enqueue(now);

        // By the clock, not from the last call on, so that what timers come late adds up to nothing; an answer takes the place of a post.
        _planned = (_planned > now - Longest ? _planned : now - Longest) + Interval;
        var soonest = post ? now + (Interval * 0.8) : _nextPost;
        _nextPost = _planned > soonest ? _planned : soonest;
        return TimeSpan.Zero;
    }
}
