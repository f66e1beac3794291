using System.Globalization;

namespace Milestones.Pages.Sheets;

/// <summary>
/// A picture of numbers, and the numbers: what a chart says to those who do not see it, and the table behind it.
/// </summary>
/// <param name="Id">Its own on the page: the picture is named by it.</param>
/// <param name="Says">All of it in a sentence.</param>
/// <param name="Heads">The names of the table's columns.</param>
internal sealed record Chart(
    string Id,
    string Title,
    string Says,
    IReadOnlyList<string> Heads,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>A number in a picture, whatever language the page speaks.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="Tone">How it is drawn: a class of the style sheet. It never says anything that the words do
/// not.</param>
internal sealed record Bar(string Label, double Value, string Words, string Tone);

/// <summary>A column of parts that stand on one another, from the ground up.</summary>
/// <param name="Above">What stands above it; null for nothing.</param>
internal sealed record Column(string Label, IReadOnlyList<(double Value, string Tone)> Parts, string? Above);

/// <summary>A curve over days.</summary>
/// <param name="Target">Drawn as a line of its own; null for none.</param>
/// <param name="TargetWords">What stands at that line.</param>
internal sealed record Curve(
    IReadOnlyList<(DateOnly On, double Value)> Points,
    double? Target,
    string TargetWords,
    double From,
    double To,
    Func<DateOnly, string> Day,
    Func<double, string> Number
);
