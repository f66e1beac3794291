namespace Milestones.Views;

/// <summary>
/// What a chart's height stands for: five even steps with short names around all its numbers, the target among them.
/// </summary>
internal static class ChartRange
{
    private const int Steps = 5;

    public static (double From, double To) Around(params IReadOnlyList<double> numbers)
    {
        var (low, high) = (numbers.Min(), numbers.Max());
        var least = numbers.All(double.IsInteger) ? Steps : Steps / 10.0;
        for (var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(high - low, least) / Steps))); ; power *= 10)
        {
            foreach (var times in (ReadOnlySpan<int>)[1, 2, 3, 4, 5, 6, 8])
            {
                var step = times * power;
                var from = Math.Floor(low / step) * step;
                if (from + (Steps * step) >= high)
                {
                    return (from, from + (Steps * step));
                }
            }
        }
    }
}
