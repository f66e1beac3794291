using System.Globalization;
using System.Text.Json;
using Milestones.Calendar;

namespace Milestones.Tests.Calendar;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-09-16", "2026-W38")]
    [InlineData("2026-12-31", "2026-W53")] // A Thursday: the year has 53 weeks.
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2024-12-30", "2025-W01")] // The week's Thursday is in 2025.
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2023-01-01", "2022-W52")]
    [InlineData("2018-01-01", "2018-W01")]
    public void A_day_is_in_the_week_whose_Thursday_names_the_year(string day, string week)
    {
        Assert.Equal(week, IsoWeek.Of(Day(day)).ToString());
    }

    [Fact]
    public void Every_day_of_a_century_reads_back_from_its_week()
    {
        for (var day = new DateOnly(2000, 1, 1); day.Year < 2100; day = day.AddDays(1))
        {
            var week = IsoWeek.Of(day);
            Assert.True(IsoWeek.TryParse(week.ToString(), out var read));
            Assert.Equal(week, read);
            Assert.Equal(day, week.DayOf(day.DayOfWeek));
            Assert.InRange(day, week.Monday, week.Sunday);
            Assert.Equal(
                (ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default))),
                (week.Year, week.Number)
            );
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")] // That year has 52.
    [InlineData("2026-W3")]
    [InlineData("2026-w38")]
    [InlineData("2026W38")]
    [InlineData("2026-W38 ")]
    [InlineData("2026-W+8")]
    [InlineData("0000-W01")]
    [InlineData("9999-W52")]
    [InlineData("二〇26-W38")]
    public void Anything_else_is_no_week(string? text)
    {
        Assert.False(IsoWeek.TryParse(text, out _));
    }

    [Fact]
    public void Weeks_follow_each_other_across_a_year_of_53()
    {
        var week = IsoWeek.Of(new DateOnly(2026, 12, 24));

        Assert.Equal(
            ["2026-W52", "2026-W53", "2027-W01"],
            [week.ToString(), week.Next.ToString(), week.Next.Next.ToString()]
        );
        Assert.True(week < week.Next && week.Next > week && week <= week.Next && week.Next >= week);
    }

    [Fact]
    public void A_week_is_stored_as_its_name_also_as_a_key()
    {
        var weeks = new Dictionary<IsoWeek, IsoWeek>
        {
            [IsoWeek.Of(new DateOnly(2026, 9, 16))] = IsoWeek.Of(new DateOnly(2026, 9, 23)),
        };

        var json = JsonSerializer.Serialize(weeks);

        Assert.Equal("""{"2026-W38":"2026-W39"}""", json);
        Assert.Equal(weeks, JsonSerializer.Deserialize<Dictionary<IsoWeek, IsoWeek>>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IsoWeek>("\"soon\""));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
