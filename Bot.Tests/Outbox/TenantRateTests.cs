using Milestones.Outbox;
using Milestones.Tests.Support;

namespace Milestones.Tests.Outbox;

public sealed class TenantRateTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly TimeByHand _clock = new(new DateTimeOffset(2026, 9, 18, 18, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(30, 0)]
    [InlineData(30, 7)] // an answer every 7 ms, when there is room
    [InlineData(30, 210)]
    [InlineData(50, 90)]
    public void No_second_sees_more_than_the_limit_and_every_minute_sees_almost_as_many(int perSecond, int answerEvery)
    {
        var taken = Minute(new TenantRate(perSecond, _clock), answerEvery);

        Assert.All(taken.Zip(taken.Skip(perSecond)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.InRange(taken.Count, 60 * perSecond * 0.96, 60 * perSecond);
    }

    [Fact]
    public void Posts_come_evenly()
    {
        var posts = Minute(new TenantRate(30, _clock), answerEvery: 0);

        Assert.All(posts.Zip(posts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromMilliseconds(32), TimeSpan.FromMilliseconds(90)));
    }

    [Fact]
    public void An_answer_hardly_waits_for_posts()
    {
        var rate = new TenantRate(30, _clock);
        var longest = TimeSpan.Zero;
        for (var ms = 0; ms < 60_000; ms++, _clock.Advance(Tick))
        {
            rate.Take(post: true);
            if (ms % 997 == 0)
                longest = rate.Take(post: false) is var wait && wait > longest ? wait : longest;
        }

        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromMilliseconds(12));
    }

    [Fact]
    public void After_a_stall_the_last_second_s_room_is_used_and_no_more()
    {
        var rate = new TenantRate(30, _clock);
        Minute(rate, answerEvery: 0);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        var taken = Minute(rate, answerEvery: 0);

        Assert.All(taken.Zip(taken.Skip(30)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.True(taken[9] - taken[0] < TimeSpan.FromMilliseconds(300)); // Closer than 34.5 ms.
    }

    [Fact]
    public void It_tells_when_to_ask_again()
    {
        var rate = new TenantRate(30, _clock);
        Assert.Equal(TimeSpan.Zero, rate.Take(post: true));

        var wait = rate.Take(post: true);

        Assert.InRange(wait, TimeSpan.FromMilliseconds(27), rate.Interval + Tick);
        _clock.Advance(wait);
        Assert.Equal(TimeSpan.Zero, rate.Take(post: true));
    }

    [Fact]
    public void A_limit_that_is_none_asks_nobody_to_wait()
    {
        var rate = new TenantRate(1_000_000, _clock);

        Assert.All(Enumerable.Range(0, 5000), _ => Assert.Equal(TimeSpan.Zero, rate.Take(post: true)));
    }

    /// <summary>When calls went out in a minute in which posts never end.</summary>
    private List<TimeSpan> Minute(TenantRate rate, int answerEvery)
    {
        var taken = new List<TimeSpan>();
        for (var ms = 0; ms < 60_000; ms++, _clock.Advance(Tick))
        {
            if (answerEvery > 0 && ms % answerEvery == 0 && rate.Take(post: false) == TimeSpan.Zero)
                taken.Add(TimeSpan.FromMilliseconds(ms));
            if (rate.Take(post: true) == TimeSpan.Zero)
                taken.Add(TimeSpan.FromMilliseconds(ms));
        }

        return taken;
    }
}
