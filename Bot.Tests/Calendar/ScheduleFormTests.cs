using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class ScheduleFormTests
{
    private static readonly DateTimeOffset Now = Utc("2026-08-20 12:00");
    private static readonly ScheduleForm Good = new("Friday", "14:00", "America/New_York", "2026-09-01", "2027-06-18");

    [Fact]
    public void A_form_becomes_a_schedule()
    {
        var form = Good with
        {
            Day = "friday",
            Zone = " America/New_York ",
            Holidays = [new("Fair ", "2026-10-09"), new(null, "2026-12-19", "2027-01-03")],
            ReminderHours = "",
        };

        var (schedule, problems) = form.Read(Now);

        Assert.Empty(problems);
        Assert.NotNull(schedule);
        Assert.Equal(
            Fridays with
            {
                ReminderAfter = null,
                Holidays = schedule.Holidays,
                Pauses = schedule.Pauses,
                SchoolWeek = schedule.SchoolWeek,
            },
            schedule
        );
        Assert.Equal(
            [
                new Holiday("Fair", Day("2026-10-09"), Day("2026-10-09")),
                new Holiday("", Day("2026-12-19"), Day("2027-01-03")),
            ],
            schedule.Holidays
        );
        Assert.Equal(TimeSpan.FromHours(24), Good.Read(Now).Schedule?.ReminderAfter);
    }

    [Theory]
    [InlineData("Sunday,Monday,Tuesday,Wednesday,Thursday", "0,1,2,3,4")]
    [InlineData("thursday,MONDAY,Monday", "1,4")] // in the order of the week, each once
    [InlineData("Monday,Tuesday,Wednesday,Thursday,Friday", "")] // the usual week is not written down
    [InlineData("Someday,8,1", "")]
    [InlineData("", "")]
    public void The_days_with_school_are_read(string chosen, string days) =>
        Assert.Equal(
            days,
            string.Join(
                ',',
                (Good with { SchoolWeek = chosen.Split(',') }).Read(Now).Schedule!.SchoolWeek.Select(day => (int)day)
            )
        );

    [Fact]
    public void Reminders_wait_for_a_day_with_school()
    {
        var schedule = (Good with { Day = "Thursday", RemindsNextMorning = true }).Read(Now).Schedule!;
        var thursday = Utc("2026-09-17 18:00");

        Assert.Equal(Utc("2026-09-18 11:00"), schedule.ReminderOf(thursday));
        Assert.Equal(
            Utc("2026-09-20 11:00"),
            (schedule with { SchoolWeek = [DayOfWeek.Sunday, DayOfWeek.Monday] }).ReminderOf(thursday)
        );
    }

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "day", "UnknownDay" },
            { "day as a number", "UnknownDay" },
            { "hour 25", "UnreadableTime" },
            { "no time", "UnreadableTime" },
            { "zone", "UnknownZone" },
            { "no zone", "UnknownZone" },
            { "30 February", "UnreadableStart" },
            { "year 9999", "UnreadableEnd" },
            { "end before start", "EndBeforeStart" },
            { "three years", "CourseTooLong" },
            { "last year's", "CourseOver" },
            { "reminder after a week", "ReminderOutOfRange" },
            { "reminder of -1 hours", "ReminderOutOfRange" },
            { "reminder of many digits", "ReminderOutOfRange" },
            { "holidays", "UnreadableHoliday 1, HolidayEndsBeforeStart 2" },
            { "101 holidays", "TooManyHolidays" },
            { "nothing at all", "UnknownZone, UnknownDay, UnreadableTime, UnreadableStart, UnreadableEnd" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_with_a_form_is_listed(string form, string expected)
    {
        var wrong = form switch
        {
            "day" => Good with { Day = "Fridays" },
            "day as a number" => Good with { Day = "5" },
            "hour 25" => Good with { Time = "25:00" },
            "no time" => Good with { Time = null },
            "zone" => Good with { Zone = "Mars/Olympus" },
            "no zone" => Good with { Zone = "" },
            "30 February" => Good with { Start = "2027-02-30" },
            "year 9999" => Good with { End = "9999-12-31" },
            "end before start" => Good with { End = "2026-08-31" },
            "three years" => Good with { End = "2029-09-01" },
            "last year's" => Good with { Start = "2025-09-01", End = "2026-06-18" },
            "reminder after a week" => Good with { ReminderHours = "168" },
            "reminder of -1 hours" => Good with { ReminderHours = "-1" },
            "reminder of many digits" => Good with { ReminderHours = new string('9', 400) },
            "holidays" => Good with
            {
                Holidays = [new("ok", "2026-10-09"), new("?", "soon"), new("back", "2026-10-09", "2026-10-08")],
            },
            "101 holidays" => Good with { Holidays = [.. Enumerable.Repeat(new HolidayForm("x", "2026-10-09"), 101)] },
            "nothing at all" => new ScheduleForm(null, null, null, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };

        var (schedule, problems) = wrong.Read(Now);

        Assert.Null(schedule);
        Assert.Equal(
            expected,
            string.Join(", ", problems.Select(problem => $"{problem.Fault} {problem.Holiday}".Trim()))
        );
    }
}
