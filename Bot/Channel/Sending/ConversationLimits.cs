using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Milestones.Channel.Sending;

/// <summary>
/// What one conversation takes. Each documented window (so many calls in so long) is a bucket that gives half of them
/// at once and the rest
/// evenly over the window, so that no stretch of that length ever sees more, wherever it begins. Buckets fill again
/// within seconds after
/// a message or two, and full ones are let go of ten seconds later: memory follows the conversations of the last
/// quarter of a minute, not of
/// the last hour as it would with sliding windows.
/// </summary>
internal sealed class ConversationLimits : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly PartitionedRateLimiter<string>[] _windows;
    private readonly PartitionedRateLimiter<string> _all;
    private readonly ConcurrentDictionary<string, long> _pauses = new(StringComparer.Ordinal);

    public ConversationLimits(LimitOptions options, TimeProvider time)
    {
        _time = time;
        _windows =
        [
            .. Buckets(options)
                .Select(bucket =>
                    PartitionedRateLimiter.Create<string, string>(conversation =>
                        RateLimitPartition.GetTokenBucketLimiter(conversation, _ => bucket)
                    )
                ),
        ];
        _all = PartitionedRateLimiter.CreateChained(_windows);
    }

    /// <summary>Conversations with a pause that was not swept yet.</summary>
    public int Paused => _pauses.Count;

    /// <summary>How long the connector asked to leave this conversation alone, from now on.</summary>
    public TimeSpan PauseLeft(string conversation) =>
        _pauses.TryGetValue(conversation, out var until)
            ? Later(_time.GetElapsedTime(_time.GetTimestamp(), until))
            : TimeSpan.Zero;

    public bool TryEnter(string conversation) => _all.AttemptAcquire(conversation).IsAcquired;

    public async Task EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        // Nothing is given back: a bucket refills by time alone.
        using var lease = await _all.AcquireAsync(conversation, 1, cancellationToken);
    }

    public void Pause(string conversation, TimeSpan duration) =>
        _pauses[conversation] = _time.GetTimestamp() + (long)(duration.TotalSeconds * _time.TimestampFrequency);

    /// <summary>Forgets pauses that are over.</summary>
    public void Sweep()
    {
        foreach (var pause in _pauses)
        {
            if (pause.Value <= _time.GetTimestamp())
                _pauses.TryRemove(pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _all.DisposeAsync();
        foreach (var window in _windows) // A chain does not end its links.
            await window.DisposeAsync();
    }

    internal static IReadOnlyList<TokenBucketRateLimiterOptions> Buckets(LimitOptions options) =>
        Needed([
            Bucket(options.ConversationPerSecond, 1),
            Bucket(options.ConversationPerTwoSeconds, 2),
            Bucket(options.ConversationPerThirtySeconds, 30),
            Bucket(options.ConversationPerHour, 3600),
        ]);

    private static TokenBucketRateLimiterOptions Bucket(int calls, int seconds) =>
        new()
        {
            TokenLimit = (calls + 1) / 2,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)seconds / (calls / 2)),
            QueueLimit = int.MaxValue,
            AutoReplenishment = false, // The partitioned limiter fills them, all with one timer.
        };

    /// <summary>
    /// Leaves out a bucket that another one, no larger and no faster, makes idle: each costs memory per conversation.
    /// </summary>
    private static List<TokenBucketRateLimiterOptions> Needed(List<TokenBucketRateLimiterOptions> buckets) =>
        [
            .. buckets.Where(one =>
                !buckets.Exists(other =>
                    other != one
                    && other.TokenLimit <= one.TokenLimit
                    && other.ReplenishmentPeriod >= one.ReplenishmentPeriod
                    && (other.TokenLimit, other.ReplenishmentPeriod) != (one.TokenLimit, one.ReplenishmentPeriod)
                )
            ),
        ];

    private static TimeSpan Later(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
