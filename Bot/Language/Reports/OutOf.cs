using System.Globalization;
using System.Text.RegularExpressions;

namespace Milestones.Language.Reports;

/// <summary>
/// Scores of so many: a student who says "4 out of 10" counts to ten, and never hears of 40 %. Their unit is "of 10".
/// </summary>
internal static partial class OutOf
{
    private const string Lead = "of ";

    private const double Most = 100;

    /// <summary>The unit of scores out of so many.</summary>
    public static string Unit(double total) => Lead + total.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of how many; null for any other unit.</summary>
    public static double? TotalOf(string? unit) =>
        unit is not null
        && unit.StartsWith(Lead, StringComparison.Ordinal)
        && double.TryParse(unit.AsSpan(Lead.Length), CultureInfo.InvariantCulture, out var total)
            ? total
            : null;

    /// <summary>
    /// The one total all scores of a text have; null where there is none, several, or percent is spoken of.
    /// </summary>
    public static double? In(string text)
    {
        if (Percent().IsMatch(text))
            return null;
        double? found = null;
        foreach (Match score in Score().Matches(text))
        {
            var total = double.Parse(score.Groups["total"].Value, CultureInfo.InvariantCulture);
            if (total is < 2 or > Most || (found is { } other && other != total))
                return null;
            found = total;
        }

        return found;
    }

    [GeneratedRegex(@"%|\bper ?cent\b|\bpor ?ciento\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Percent();

    /// <summary>A share, as scores are read, as the score it was.</summary>
    public static Quantity? Back(Quantity? share, double total) =>
        share is { Unit: "percent", Value: var value } ? new(Math.Round(value * total / 100, 2), Unit(total))
        : share is { Unit: null, Value: var bare } && bare <= total ? new(bare, Unit(total))
        : share;

    [GeneratedRegex(
        @"\b\d{1,3}(?:\.\d+)?(?: right)?\s*(?:/|out of(?: the)?|outta|de(?: las?)?"
            + @"|of(?: the)?)\s*(?<total>\d{1,3})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Score();
}
