using Milestones.Views;

namespace Milestones.Tests.Goals;

public sealed class ChartRangeTests
{
    [Theory]
    [InlineData(55, 80, 55, 80)]
    [InlineData(66, 81, 66, 81)]
    [InlineData(62, 90, 60, 90)]
    [InlineData(0, 10, 0, 10)]
    [InlineData(2.5, 3.5, 2.4, 3.9)]
    [InlineData(7, 7, 7, 12)] // flat at its target
    [InlineData(2.5, 2.5, 2.5, 3)]
    [InlineData(-3, 2, -3, 2)]
    public void Five_even_steps_hold_every_number(double low, double high, double from, double to)
    {
        var range = ChartRange.Around(high, low);

        Assert.Equal((from, to), (Math.Round(range.From, 6), Math.Round(range.To, 6)));
    }
}
