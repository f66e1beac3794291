using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class WeeklyScheduleTests
{
    [Theory]
    [InlineData("2026-08-25 00:00", "2026-W36", "2026-09-04 18:00")] // Before the course.
    [InlineData("2026-09-16 00:00", "2026-W38", "2026-09-18 18:00")]
    [InlineData("2026-09-18 17:59", "2026-W38", "2026-09-18 18:00")]
    [InlineData("2026-09-18 18:00", "2026-W39", "2026-09-25 18:00")]
    // Winter time: an hour later in UTC, the same by the clock.
    [InlineData("2026-10-31 00:00", "2026-W45", "2026-11-06 19:00")]
    [InlineData("2026-12-25 20:00", "2026-W53", "2027-01-01 19:00")]
    [InlineData("2027-06-11 18:00", "2027-W24", "2027-06-18 18:00")]
    [InlineData("2027-06-18 18:00", null, null)] // The last one is over.
    public void The_next_prompt_is_on_the_weekday_at_the_hour_of_the_class(string after, string? week, string? at)
    {
        var next = Fridays.Next(Utc(after));

        Assert.Equal((week, at), (next?.Week.ToString(), next?.At.ToString("yyyy-MM-dd HH:mm", null)));
    }

    [Fact]
    public void Holidays_and_pauses_are_passed_over()
    {
        var schedule = Fridays with
        {
            Holidays = [new("Thanksgiving", Day("2026-11-26"), Day("2026-11-27"))],
            Pauses = [new(Day("2026-12-01"), Day("2026-12-04"))],
        };

        Assert.Equal("2026-W50", schedule.Next(Utc("2026-11-21 00:00"))?.Week.ToString());
        Assert.Equal(PromptOutcome.Holiday, schedule.Closed(Day("2026-11-26")));
        Assert.Equal(PromptOutcome.ClassPaused, schedule.Closed(Day("2026-12-04")));
        Assert.Null(schedule.Closed(Day("2026-11-28")));
        Assert.Equal("Thanksgiving", schedule.HolidayOn(Day("2026-11-27"))?.Name);
        Assert.NotNull(schedule.In(Week("2026-W48"))); // It is still planned, for whoever asks why it did not come.
    }

    [Fact]
    public void A_pause_without_an_end_leaves_nothing_to_come()
    {
        Assert.Null((Fridays with { Pauses = [new(Day("2026-10-01"), null)] }).Next(Utc("2026-09-30 00:00")));
    }

    [Theory]
    [InlineData("2026-W35", false)] // 28 August is before the start.
    [InlineData("2026-W36", true)]
    [InlineData("2027-W24", true)]
    [InlineData("2027-W25", false)]
    public void A_week_has_a_prompt_only_inside_the_course(string week, bool planned)
    {
        Assert.Equal(planned, Fridays.In(Week(week)) is not null);
    }

    [Fact]
    public void Moving_to_where_it_already_is_moves_nothing()
    {
        var later = Utc("2026-10-01 00:00");

        Assert.Same(Fridays, Fridays.Moved(Fridays.Day, Fridays.Time, Fridays.Zone, later));
        Assert.Equal(later, Fridays.Moved(DayOfWeek.Monday, Fridays.Time, Fridays.Zone, later).MovedAt);
    }
}
