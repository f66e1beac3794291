using System.Globalization;

namespace Milestones.School;

/// <summary>A term of the school year, from the first day of one to that of the next.</summary>
/// <param name="To">The first day after it.</param>
internal readonly record struct SchoolTerm(DateOnly From, DateOnly To)
{
    /// <param name="starts">The first days of the terms of a year, as <c>08-01</c>.</param>
    public static SchoolTerm Of(DateOnly day, IEnumerable<string> starts)
    {
        List<DateOnly> firsts =
        [
            .. Enumerable
                .Range(day.Year - 1, 3)
                .SelectMany(year => starts.Select(start => Start(start, year)))
                .OfType<DateOnly>()
                .Order(),
        ];
        return new(firsts.Last(first => first <= day), firsts.First(first => first > day));
    }

    /// <summary>That day of a year; null for what is none in every year.</summary>
    public static DateOnly? Start(string start, int year) =>
        start != "02-29"
        && DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{start}"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
