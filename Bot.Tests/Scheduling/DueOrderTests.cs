using Milestones.Scheduling;
using Milestones.Storage;

namespace Milestones.Tests.Scheduling;

public sealed class DueOrderTests
{
    private static readonly DocumentKey[] Keys = [.. Enumerable.Range(0, 200).Select(i => new DocumentKey($"student{i}", "head"))];

    [Fact]
    public void Every_key_is_taken_once()
    {
        Assert.Equal(Keys.ToHashSet(), DueOrder.From(Keys, 42).ToHashSet());
        Assert.Equal(Keys.Length, DueOrder.From(Keys, 42).Count);
        Assert.Empty(DueOrder.From([], 42));
    }

    [Fact]
    public void All_processes_go_around_the_same_ring_from_places_of_their_own()
    {
        var one = DueOrder.From(Keys, 0);
        var other = DueOrder.From(Keys.Reverse(), ulong.MaxValue / 2);

        var start = one.ToList().IndexOf(other[0]);
        Assert.Equal(one.Skip(start).Concat(one.Take(start)), other);
    }

    [Fact]
    public void Two_processes_half_a_ring_apart_share_the_keys_about_evenly()
    {
        var start = DueOrder.From(Keys, 0).ToList().IndexOf(DueOrder.From(Keys, ulong.MaxValue / 2)[0]);

        Assert.InRange(start, 80, 120); // of 200; the hash spreads keys that look alike
    }
}
