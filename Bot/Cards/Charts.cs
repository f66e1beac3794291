using System.Globalization;

namespace Milestones.Cards;

/// <summary>A bar of Teams' own card library. The fallback draws it with two columns, for clients without it.</summary>
internal sealed record ProgressBar : CardElement
{
    /// <param name="percent">0 to 100; what lies outside is drawn at the end it passed.</param>
    /// <param name="label">What the bar says in words, for those who cannot see it.</param>
    public ProgressBar(int percent, string label)
    {
        Value = Math.Clamp(percent, 0, 100);
        Tooltip = label;
        Fallback = new ColumnSet([.. Part(Value, "good"), .. Part(100 - Value, "emphasis")]) { Spacing = "small" };
    }

    public int Value { get; }

    public int Max { get; } = 100;

    public string Tooltip { get; }

    private static IEnumerable<Column> Part(int width, string style) =>
        width == 0 ? [] : [new Column(width.ToString(CultureInfo.InvariantCulture), new TextBlock("\u00A0") { Size = "small" }) { Style = style }];
}

/// <summary>A small line over days. Clients without charts show nothing here: the same is always said in words beside it.</summary>
internal sealed record LineChart(string Title, params IReadOnlyList<LineSeries> Data) : CardElement
{
    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }
}

internal sealed record LineSeries(string Legend, IReadOnlyList<LinePoint> Values);

/// <param name="X">An ISO day.</param>
internal sealed record LinePoint(string X, double Y);
