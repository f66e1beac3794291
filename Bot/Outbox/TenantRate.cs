using System.Threading.RateLimiting;

namespace Milestones.Outbox;

/// <summary>
/// The permits of one tenant: one call less a second than the limit, evenly, because they do not arrive as evenly as they leave. A fifth of a
/// second that was missed on a busy machine is made up for.
/// </summary>
internal sealed class TenantRate : IDisposable
{
    /// <summary>A call is a thousand parts, so that any rate is a whole number of them a millisecond.</summary>
    private const int Parts = 1000;

    private readonly TokenBucketRateLimiter _bucket;

    public TenantRate(int perSecond)
    {
        var atOnce = Math.Max(2, perSecond / 5);

        // Replenished when asked, by the time that has really passed: a timer of its own would lose ticks when the machine is busy.
        _bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce * Parts,
            TokensPerPeriod = perSecond - 1,
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(1),
            QueueLimit = 0,
            AutoReplenishment = false,
        });
        Interval = TimeSpan.FromSeconds(1.0 / (perSecond - 1));

        // It begins with one call, not with a rest it never had.
        using var full = _bucket.AttemptAcquire((atOnce - 1) * Parts);
    }

    public TimeSpan Interval { get; }

    /// <summary>Takes a permit.</summary>
    /// <returns>Zero when it was there, else how long until the next one is.</returns>
    public TimeSpan Take()
    {
        _bucket.TryReplenish();
        using var lease = _bucket.AttemptAcquire(Parts);
        return lease.IsAcquired ? TimeSpan.Zero
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after
            : Interval;
    }

    public void Dispose() => _bucket.Dispose();
}
