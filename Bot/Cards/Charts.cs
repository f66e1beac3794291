namespace Milestones.Cards;

/// <summary>
/// A bar of Teams' own card library. Clients without it get a line of characters, as thin as the bar is.
/// </summary>
internal sealed record ProgressBar : CardElement
{
    /// <param name="percent">0 to 100; what lies outside is drawn at the end it passed.</param>
    /// <param name="label">What the bar says in words, for those who cannot see it.</param>
    /// <param name="strokes">How many characters the line has where the bar is not known: twenty fit across a
    /// phone.</param>
    public ProgressBar(int percent, string label, int strokes = 20)
    {
        Value = Math.Clamp(percent, 0, 100);
        Tooltip = label;

        // A beginning is seen, and so is what is missing at the end.
        var done = Value is 0 or 100
            ? strokes * Value / 100
            : Math.Clamp((int)Math.Round(strokes * Value / 100.0), 1, strokes - 1);
        Fallback = new RichTextBlock([.. Line("━", done, "good"), .. Line("─", strokes - done, null)])
        {
            Spacing = "small",
        };
    }

    public int Value { get; }

    public int Max { get; } = 100;

    public string Tooltip { get; }

    private static IEnumerable<TextRun> Line(string stroke, int strokes, string? color) =>
        strokes == 0
            ? []
            :
            [
                new TextRun(string.Concat(Enumerable.Repeat(stroke, strokes)))
                {
                    Weight = "bolder",
                    Color = color,
                    IsSubtle = color is null ? true : null,
                },
            ];
}

/// <summary>
/// A small line over days. Clients without charts show nothing here: the same is always said in words beside it.
/// </summary>
internal sealed record LineChart(string Title, params IReadOnlyList<LineSeries> Data) : CardElement
{
    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }

    /// <summary>Where the numbers beside the line begin and end; clients draw five steps between them.</summary>
    public double? YMin { get; init; }

    public double? YMax { get; init; }
}

internal sealed record LineSeries(string Legend, IReadOnlyList<LinePoint> Values)
{
    /// <summary>A colour of the client's own by its name, such as <c>good</c>.</summary>
    public string? Color { get; init; }
}

/// <param name="X">A short name of the day. Of an ISO day clients write out the month, in a language of their own, and
/// cut it off on a phone.</param>
internal sealed record LinePoint(string X, double Y);
