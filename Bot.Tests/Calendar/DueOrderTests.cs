using Milestones.Conversations;
using Milestones.Turns;

namespace Milestones.Tests.Calendar;

public sealed class DueOrderTests
{
    private static readonly DocumentKey[] Keys =
    [
        .. Enumerable.Range(0, 200).Select(i => new DocumentKey($"student{i}", "head")),
    ];

    [Fact]
    public void Every_key_is_taken_once()
    {
        var taken = All(Order(1, Keys));

        Assert.Equal(Keys.Length, taken.Count);
        Assert.Equal(Keys.ToHashSet(), taken.ToHashSet());
    }

    [Fact]
    public void All_processes_go_around_the_same_ring_from_places_of_their_own()
    {
        var one = All(Order(1, Keys));
        var other = All(Order(2, Keys.Reverse()));

        var start = one.IndexOf(other[0]);
        Assert.NotEqual(0, start);
        Assert.Equal(one.Skip(start).Concat(one.Take(start)), other);
    }

    [Fact]
    public void A_key_found_later_has_its_place_on_the_ring()
    {
        var known = Order(1, Keys[..100]);
        foreach (var key in Keys[100..])
            known.Add(key);

        Assert.Equal(All(Order(1, Keys)), All(known));
    }

    [Fact]
    public void After_two_meetings_it_goes_on_at_another_place()
    {
        var straight = All(Order(1, Keys));
        var order = Order(1, Keys);
        Assert.Equal((straight[0], straight[1]), (order.Take(), order.Take()));

        Assert.Empty(order.Met());
        Assert.Equal(straight[2], order.Take());
        Assert.Empty(order.Met());

        Assert.NotEqual(straight[3], order.Take());
    }

    [Fact]
    public void Who_meets_others_everywhere_lets_go_of_the_rest()
    {
        var order = Order(1, Keys);
        var taken = new List<DocumentKey?>();
        IReadOnlyList<DocumentKey> rest = [];
        while (order.Count > 0)
        {
            taken.Add(order.Take());
            rest = order.Met();
        }

        Assert.Equal(8, taken.Count);
        Assert.Equal(Keys.Length - 8, rest.Count);
        Assert.Equal(Keys.ToHashSet(), taken.OfType<DocumentKey>().Concat(rest).ToHashSet());
    }

    [Fact]
    public void Meetings_now_and_then_among_own_work_let_go_of_nothing()
    {
        var order = Order(1, Keys);
        for (var n = 0; n < 50; n++)
        {
            order.Take();
            Assert.Empty(order.Met());
            order.Take();
            order.Won();
        }

        Assert.Equal(100, order.Count);
    }

    private static DueOrder Order(int seed, IEnumerable<DocumentKey> keys)
    {
        var order = new DueOrder(new Random(seed));
        foreach (var key in keys)
            order.Add(key);
        return order;
    }

    private static List<DocumentKey> All(DueOrder order)
    {
        var all = new List<DocumentKey>();
        while (order.Take() is { } key)
            all.Add(key);
        return all;
    }
}
