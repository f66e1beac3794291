using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class SchoolDaysTests
{
    private static readonly Holiday[] Holidays = [new("Thanksgiving", Day("2026-11-26"), Day("2026-11-27"))];

    [Theory]
    [InlineData("2026-09-14", 3, "2026-09-17")] // Monday to Thursday.
    [InlineData("2026-09-16", 3, "2026-09-21")] // Across a week-end.
    [InlineData("2026-09-18", 1, "2026-09-21")]
    [InlineData("2026-09-19", 1, "2026-09-21")] // Asked on a Saturday.
    [InlineData("2026-11-24", 3, "2026-12-01")] // Wednesday, then two holidays and a week-end.
    [InlineData("2026-09-14", 0, null)]
    public void School_days_pass_over_week_ends_and_holidays(string day, int count, string? after)
    {
        Assert.Equal(after is null ? null : Day(after), SchoolDays.After(Day(day), count, Holidays));
    }

    [Theory]
    [InlineData("2026-09-14", "2026-09-14", 0)]
    [InlineData("2026-09-14", "2026-09-17", 3)]
    [InlineData("2026-09-18", "2026-09-20", 0)]
    [InlineData("2026-11-24", "2026-12-01", 3)]
    [InlineData("2026-09-17", "2026-09-14", 0)]
    public void School_days_between_two_days_count_the_last_and_not_the_first(string from, string to, int count)
    {
        Assert.Equal(count, SchoolDays.Between(Day(from), Day(to), Holidays));
    }

    [Theory]
    [InlineData("2026-09-17", 1, "2026-09-20")] // Thursday to Sunday.
    [InlineData("2026-09-17", 3, "2026-09-22")]
    public void A_school_week_may_be_another_one(string day, int count, string after)
    {
        DayOfWeek[] week = [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday];

        Assert.Equal(Day(after), SchoolDays.After(Day(day), count, [], week));
        Assert.Equal(count, SchoolDays.Between(Day(day), Day(after), [], week));
    }

    [Fact]
    public void A_holiday_without_end_gives_no_day()
    {
        Assert.Null(SchoolDays.After(Day("2026-09-14"), 3, [new("Closed", Day("2026-09-15"), DateOnly.MaxValue)]));
        Assert.Null(SchoolDays.After(DateOnly.MaxValue, 3, []));
    }
}
