using Milestones.Channel.Sending;
using Milestones.Tests.Support;

namespace Milestones.Tests.Sending;

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
    public void No_second_sees_more_than_the_limit_and_posts_alone_come_one_fewer(int perSecond, int answerEvery)
    {
        var taken = Minute(new TenantRate(perSecond, _clock), answerEvery);

        AssertNoSecondHasMoreThan(perSecond, taken);
        Assert.InRange(taken.Count, 60 * (perSecond - 1) * 0.985, 60 * perSecond);
    }

    [Fact]
    public void Posts_come_evenly()
    {
        var posts = Minute(new TenantRate(30, _clock), answerEvery: 0);

        Assert.All(
            posts.Zip(posts.Skip(1)),
            pair =>
                Assert.InRange(pair.Second - pair.First, TimeSpan.FromMilliseconds(32), TimeSpan.FromMilliseconds(90))
        );
    }

    [Fact]
    public void An_answer_hardly_waits_for_posts()
    {
        var rate = new TenantRate(30, _clock);
        var longest = TimeSpan.Zero;
        for (var ms = 0; ms < 60_000; ms++, _clock.Advance(Tick))
        {
            Go(rate, post: true);
            if (ms % 997 == 0)
                longest = Go(rate, post: false) is var wait && wait > longest ? wait : longest;
        }

        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.Zero);
    }

    [Fact]
    public void After_a_stall_the_last_second_s_room_is_used_and_no_more()
    {
        var rate = new TenantRate(30, _clock);
        Minute(rate, answerEvery: 0);
        rate.Take(post: true); // Somebody waits.
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        var taken = Minute(rate, answerEvery: 0);

        AssertNoSecondHasMoreThan(30, taken);
        Assert.True(taken[9] - taken[0] < TimeSpan.FromMilliseconds(300)); // Closer than 34.5 ms.
    }

    [Fact]
    public void While_posts_make_up_for_a_stall_an_answer_finds_room_at_once()
    {
        var rate = new TenantRate(30, _clock);
        Minute(rate, answerEvery: 0);
        rate.Take(post: true); // Somebody waits.
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        for (var ms = 0; ms < 950; ms++, _clock.Advance(Tick))
            Go(rate, post: true);

        Assert.Equal(TimeSpan.Zero, Go(rate, post: false));
    }

    [Fact]
    public void It_tells_when_to_ask_again()
    {
        var rate = new TenantRate(30, _clock);
        Assert.Equal(TimeSpan.Zero, Go(rate, post: true));

        var wait = rate.Take(post: true);

        Assert.InRange(wait, TimeSpan.FromMilliseconds(27), rate.Interval + Tick);
        _clock.Advance(wait);
        Assert.Equal(TimeSpan.Zero, rate.Take(post: true));
    }

    [Fact]
    public void A_call_that_goes_out_long_after_its_permit_counts_from_then_on()
    {
        var rate = new TenantRate(10, _clock);
        var left = new List<TimeSpan>();
        var held = new Queue<int>();
        for (var ms = 0; ms < 20_000; ms++, _clock.Advance(Tick))
        {
            if (rate.Take(post: true) == TimeSpan.Zero)
                held.Enqueue(ms + (ms % 400)); // later by up to 0.4 s, unevenly
            while (held.TryPeek(out var at) && at <= ms)
            {
                held.Dequeue();
                rate.Left();
                left.Add(TimeSpan.FromMilliseconds(ms));
            }
        }

        AssertNoSecondHasMoreThan(10, left);
        Assert.True(left.Count > 100);
    }

    [Fact]
    public void A_permit_that_lapses_takes_no_room()
    {
        var rate = new TenantRate(3, _clock);
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(TimeSpan.Zero, rate.Take(post: false));
            rate.Lapsed();
        }
    }

    [Fact]
    public void A_rest_is_no_stall()
    {
        var rate = new TenantRate(30, _clock);
        Minute(rate, answerEvery: 0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, Go(rate, post: true)); // Nobody waits any more.
        _clock.Advance(TimeSpan.FromSeconds(5));

        var taken = Minute(rate, answerEvery: 0);

        Assert.All(
            taken.Zip(taken.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(33))
        );
    }

    [Fact]
    public void A_limit_that_is_none_asks_nobody_to_wait()
    {
        var rate = new TenantRate(1_000_000, _clock);

        Assert.All(Enumerable.Range(0, 5000), _ => Assert.Equal(TimeSpan.Zero, Go(rate, post: true)));
    }

    /// <summary>A permit and, where there is one, the call.</summary>
    private static TimeSpan Go(TenantRate rate, bool post)
    {
        var wait = rate.Take(post);
        if (wait == TimeSpan.Zero)
            rate.Left();
        return wait;
    }

    private static void AssertNoSecondHasMoreThan(int calls, List<TimeSpan> left) =>
        Assert.All(
            left.Zip(left.Skip(calls)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1))
        );

    /// <summary>When calls went out in a minute in which posts never end.</summary>
    private List<TimeSpan> Minute(TenantRate rate, int answerEvery)
    {
        var taken = new List<TimeSpan>();
        for (var ms = 0; ms < 60_000; ms++, _clock.Advance(Tick))
        {
            if (answerEvery > 0 && ms % answerEvery == 0 && Go(rate, post: false) == TimeSpan.Zero)
                taken.Add(TimeSpan.FromMilliseconds(ms));
            if (Go(rate, post: true) == TimeSpan.Zero)
                taken.Add(TimeSpan.FromMilliseconds(ms));
        }

        return taken;
    }
}
