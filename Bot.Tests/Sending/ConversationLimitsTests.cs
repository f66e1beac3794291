using Milestones.Channel.Sending;
using Milestones.Tests.Support;

namespace Milestones.Tests.Sending;

public sealed class ConversationLimitsTests
{
    /// <summary>Room for everything, so that a test can narrow one window.</summary>
    internal static LimitOptions Wide() =>
        new()
        {
            TenantPerSecond = 1_000_000,
            ConversationPerSecond = 1_000_000,
            ConversationPerTwoSeconds = 1_000_000,
            ConversationPerThirtySeconds = 1_000_000,
            ConversationPerHour = 1_000_000,
        };

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3600, 1800)]
    public void No_stretch_of_a_documented_window_sees_more_than_it_allows(int seconds, int calls)
    {
        // Full at its beginning, and refilled all along.
        var most = ConversationLimits
            .Buckets(new LimitOptions())
            .Min(bucket => bucket.TokenLimit + (seconds / bucket.ReplenishmentPeriod.TotalSeconds));

        Assert.InRange(most, calls * 0.5, calls);
    }

    [Theory]
    [InlineData(7, 8, 60, 1800, 3)] // Eight in two seconds are never more than six in one.
    [InlineData(2, 8, 60, 1800, 1)] // One at once and one a second: the hour needs a bucket of its own.
    [InlineData(100, 100, 100, 100, 1)]
    public void A_window_that_another_keeps_has_no_bucket(int second, int two, int thirty, int hour, int atLeast)
    {
        var options = new LimitOptions
        {
            ConversationPerSecond = second,
            ConversationPerTwoSeconds = two,
            ConversationPerThirtySeconds = thirty,
            ConversationPerHour = hour,
        };

        var buckets = ConversationLimits.Buckets(options);

        Assert.InRange(buckets.Count, atLeast, 3);
        Assert.All(
            new[] { (1, second), (2, two), (30, thirty), (3600, hour) },
            window =>
                Assert.True(
                    buckets.Min(bucket => bucket.TokenLimit + (window.Item1 / bucket.ReplenishmentPeriod.TotalSeconds))
                        <= window.Item2 + 1e-9
                )
        );
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(10, 5)]
    [InlineData(11, 6)]
    public async Task Half_of_an_hour_s_calls_may_come_at_once(int perHour, int atOnce)
    {
        var options = Wide();
        options.ConversationPerHour = perHour;
        await using var limits = new ConversationLimits(options, TimeProvider.System);

        Assert.Equal(atOnce, Enumerable.Range(0, 50).Count(_ => limits.TryEnter("a")));
        Assert.True(limits.TryEnter("b"));
    }

    [Fact]
    public async Task A_pause_ends_by_itself_and_is_forgotten()
    {
        var clock = new TimeByHand(new DateTimeOffset(2026, 9, 18, 18, 0, 0, TimeSpan.Zero));
        await using var limits = new ConversationLimits(Wide(), clock);

        limits.Pause("a", TimeSpan.FromSeconds(5));

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.Zero), (limits.PauseLeft("a"), limits.PauseLeft("b")));
        clock.Advance(TimeSpan.FromSeconds(4));
        limits.Sweep();
        Assert.Equal((TimeSpan.FromSeconds(1), 1), (limits.PauseLeft("a"), limits.Paused));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, limits.PauseLeft("a"));
        limits.Sweep();
        Assert.Equal(0, limits.Paused);
    }
}
