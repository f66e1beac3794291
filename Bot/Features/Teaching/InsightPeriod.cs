using System.Globalization;
using Milestones.Localization;

namespace Milestones.Features.Teaching;

/// <summary>A month or a quarter of the calendar.</summary>
/// <param name="From">Its first day.</param>
internal readonly record struct InsightPeriod(DateOnly From, int Months)
{
    private const int Quarter = 3;

    /// <summary>So long after a period it is still the one that is looked at.</summary>
    private const int DaysAfter = 7;

    /// <summary>The first day after it.</summary>
    public DateOnly To => From.AddMonths(Months);

    public InsightPeriod Before => this with { From = From.AddMonths(-Months) };

    public bool IsQuarter => Months == Quarter;

    /// <summary><c>2026-09</c> or <c>2026-Q3</c>.</summary>
    public string Id =>
        IsQuarter
            ? string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-Q{((From.Month - 1) / Quarter) + 1}")
            : From.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static InsightPeriod Of(DateOnly day, bool isQuarter)
    {
        var month = isQuarter ? day.Month - ((day.Month - 1) % Quarter) : day.Month;
        return new(new DateOnly(day.Year, month, 1), isQuarter ? Quarter : 1);
    }

    /// <summary>The one that is looked at on a day: it runs, or has just ended.</summary>
    public static InsightPeriod Latest(DateOnly today, bool isQuarter) => Of(today.AddDays(-DaysAfter), isQuarter);

    /// <summary>What <see cref="Id"/> writes, of years a school can mean; null for all else.</summary>
    public static InsightPeriod? Read(string? text) =>
        text switch
        {
            ['2', '0', var a, var b, '-', 'Q', var quarter and >= '1' and <= '4']
                when char.IsAsciiDigit(a) && char.IsAsciiDigit(b) => new(
                new DateOnly(2000 + (10 * (a - '0')) + (b - '0'), ((quarter - '1') * Quarter) + 1, 1),
                Quarter
            ),
            ['2', '0', ..]
                when DateOnly.TryParseExact(
                    $"{text}-01",
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var first
                ) => new(first, 1),
            _ => null,
        };

    public bool Has(DateOnly? day) => day >= From && day < To;

    public string Name(Voice voice) =>
        IsQuarter
            ? voice.Say(
                "Insight.Quarter",
                ("from", From.ToString("MMMM", voice.Culture)),
                ("to", To.AddDays(-1).ToString("Y", voice.Culture))
            )
            : From.ToString("Y", voice.Culture);
}
