using Milestones.Outbox;

namespace Milestones.Tests.Outbox;

public sealed class TenantRateTests
{
    [Theory]
    [InlineData(2, 1000)]
    [InlineData(30, 34.4828)]
    [InlineData(51, 20)]
    public void Permits_come_evenly_one_a_second_fewer_than_the_limit(int perSecond, double milliseconds)
    {
        using var rate = new TenantRate(perSecond);

        Assert.Equal(milliseconds, rate.Interval.TotalMilliseconds, 0.001);
    }

    [Fact]
    public void It_begins_with_one_permit_and_tells_when_the_next_is_there()
    {
        using var rate = new TenantRate(2); // One a second.

        Assert.Equal(TimeSpan.Zero, rate.Take());
        Assert.InRange(rate.Take(), TimeSpan.FromMilliseconds(1), rate.Interval);
    }
}
