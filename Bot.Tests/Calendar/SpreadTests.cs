using Milestones.Calendar;

namespace Milestones.Tests.Calendar;

public sealed class SpreadTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("tenant-a/person-1", 20_000, 8_276)]
    [InlineData("tenant-a/person-2", 20_000, 2_276)]
    [InlineData("tenant-a/person-2", 0, 0)]
    [InlineData("tenant-a/person-2", -5, 0)]
    public void A_person_is_woken_at_the_same_place_of_the_window_in_every_process(string key, int window, int expected)
    {
        Assert.Equal(expected, Spread.Of(key, TimeSpan.FromMilliseconds(window)).TotalMilliseconds);
    }

    [Fact]
    public void Twenty_thousand_people_of_unequal_tenants_are_spread_evenly_and_mixed()
    {
        // One tenant with 10,000 people, nineteen with 526.
        var order = Enumerable
            .Range(0, 20_000)
            .Select(n => (Tenant: n < 10_000 ? 0 : 1 + (n % 19), At: Spread.Of($"{n}/person", Window)))
            .OrderBy(one => one.At)
            .ToList();

        Assert.All(order, one => Assert.InRange(one.At, TimeSpan.Zero, Window - TimeSpan.FromTicks(1)));
        Assert.All(order.CountBy(one => (int)one.At.TotalSeconds), second => Assert.InRange(second.Value, 900, 1100));
        Assert.All(order.Chunk(1000), chunk => Assert.InRange(chunk.Count(one => one.Tenant == 0), 430, 570));
        Assert.All(order.Chunk(1000), chunk => Assert.Equal(20, chunk.Select(one => one.Tenant).Distinct().Count()));
    }
}
