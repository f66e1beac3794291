using System.Globalization;

namespace Milestones.Features.Importing;

/// <summary>
/// Which way numbers and days are written in a file; null where its cells did not tell and nobody said.
/// </summary>
internal sealed record ImportStyle(bool? DecimalComma, bool? DayFirst);

/// <summary>
/// Cells as numbers and days. A number is never guessed: 1,000 is a thousand or one, and one has to say.
/// </summary>
internal static class ImportCells
{
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy", "M-d-yyyy", "M.d.yyyy"];
    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] Plain = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"];

    public static double? Number(string cell, ImportStyle style)
    {
        var text = cell.TrimEnd('%', ' ');
        if (text.Length is 0 or > 20)
            return null;
        var comma = style.DecimalComma == true;
        text = text.Replace(comma ? "." : ",", "", StringComparison.Ordinal).Replace(',', '.');
        return
            double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && double.IsFinite(number)
            && Math.Abs(number) < 1e9
            ? number
            : null;
    }

    public static DateOnly? Day(string cell, ImportStyle style)
    {
        var text = cell.Split([' ', 'T'], 2)[0];
        return DateOnly.TryParseExact(text, Plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)
                ? plain
            : DateOnly.TryParseExact(
                text,
                style.DayFirst == true ? DayFirst : MonthFirst,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
            : null;
    }

    /// <summary>What the cells themselves say of how they are written.</summary>
    public static ImportStyle StyleOf(IEnumerable<string> numbers, IEnumerable<string> days)
    {
        bool? comma = null;
        foreach (var cell in numbers)
            comma ??= DecimalCommaOf(cell);
        bool? dayFirst = null;
        foreach (var cell in days)
            dayFirst ??= DayFirstOf(cell);
        return new(comma, dayFirst);
    }

    /// <summary>True or false where a cell can be read one way only; null for one that says nothing.</summary>
    private static bool? DecimalCommaOf(string cell)
    {
        var text = cell.TrimEnd('%', ' ');
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma < 0 && point < 0)
            return null;
        if (comma >= 0 && point >= 0)
            return comma > point;
        // 1,234,567 has thousands; 1,234 may have, or not.
        return text.Count(sign => sign is ',' or '.') > 1 ? comma < 0
            : text.Length - Math.Max(comma, point) - 1 == 3 ? null
            : comma >= 0;
    }

    private static bool? DayFirstOf(string cell)
    {
        var parts = cell.Split([' ', 'T'], 2)[0].Split('/', '-', '.');
        return
            parts.Length == 3
            && parts[0].Length <= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? first > 12
                ? true
                : second > 12
                    ? false
                    : null
            : null;
    }

    public static bool IsDoubtfulNumber(string cell) =>
        cell.AsSpan().ContainsAny(',', '.') && DecimalCommaOf(cell) is null;

    public static bool IsDoubtfulDay(string cell) =>
        cell.Split('/', '-', '.') is [{ Length: <= 2 }, _, _, ..] && DayFirstOf(cell) is null;
}
