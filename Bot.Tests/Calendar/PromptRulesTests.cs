using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class PromptRulesTests
{
    private static readonly Recipient Student = new("America/New_York");
    private static readonly PromptCursor ThroughW37 = FromTheStart.With(Week("2026-W37"));

    [Theory]
    [InlineData("2026-09-16 12:00", "wait 2026-09-18 18:00")]
    [InlineData("2026-09-18 18:00", "send 2026-W38 Sent")]
    [InlineData("2026-09-18 19:00", "send 2026-W38 Sent")]
    [InlineData("2026-09-18 19:01", "send 2026-W38 Late")]
    [InlineData("2026-09-19 01:00", "wait 2026-09-21 11:00")] // 21:00 by the student's clock: on Monday morning.
    [InlineData("2026-09-20 18:00", "wait 2026-09-21 11:00")] // On a Sunday nobody is asked.
    [InlineData("2026-09-21 11:00", "send 2026-W38 Late")]
    [InlineData("2026-09-22 03:59", "skip 2026-W38 QuietHoursPassed")]
    [InlineData("2026-09-22 04:00", "skip 2026-W38 Outage")] // The first school day after the week is over.
    [InlineData("2026-12-24 00:00", "skip 2026-W38 Outage")] // One week after the other, the oldest first.
    public void A_prompt_goes_out_at_its_moment_or_late_until_its_week_is_over(string now, string expected)
    {
        Assert.Equal(expected, Told(PromptRules.Decide(Fridays, Student, ThroughW37, Utc(now))));
    }

    [Fact]
    public void Four_days_of_outage_cost_one_prompt_and_say_so()
    {
        var run = PromptRuns.Run(Fridays, Student, ThroughW37, Utc("2026-09-22 18:00"));

        Assert.Equal(["skip 2026-W38 Outage"], run.Decided.Select(Told));
        Assert.Equal(Utc("2026-09-25 18:00"), run.WakeAt);
        Assert.Equal(Week("2026-W38"), run.Cursor.Through);
    }

    [Fact]
    public void After_a_month_every_week_is_accounted_for_and_one_message_sent()
    {
        var schedule = Fridays with { Holidays = [new("Fair", Day("2026-09-25"), Day("2026-09-25"))] };

        var run = PromptRuns.Run(schedule, Student, ThroughW37, Utc("2026-10-09 19:00"));

        Assert.Equal(
            ["skip 2026-W38 Outage", "skip 2026-W39 Holiday", "skip 2026-W40 Outage", "send 2026-W41 Sent"],
            run.Decided.Select(Told)
        );
    }

    public static TheoryData<string, string> WhyNot =>
        new()
        {
            { "opted out", "skip 2026-W38 OptedOut" },
            { "paused", "skip 2026-W38 Paused" },
            { "was paused when it was due", "skip 2026-W38 Paused" },
            { "pause is over", "send 2026-W38 Sent" },
            { "blocked the bot", "skip 2026-W38 Unreachable" },
            { "had another message today", "wait 2026-09-21 11:00" },
            { "had one yesterday", "send 2026-W38 Sent" },
            { "quiet all day", "wait 2026-09-18 22:00" },
        };

    [Theory]
    [MemberData(nameof(WhyNot))]
    public void A_person_decides_what_comes(string person, string expected)
    {
        var recipient = person switch
        {
            "opted out" => Student with { OptedOut = true },
            "paused" => Student with { PausedUntil = Utc("2026-10-01 00:00") },
            "was paused when it was due" => Student with { PausedUntil = Utc("2026-09-18 18:15") },
            "pause is over" => Student with { PausedUntil = Utc("2026-09-18 18:00") },
            "blocked the bot" => Student with { Reachable = false },
            "had another message today" => Student with { LastUnprompted = Utc("2026-09-18 12:00") },
            "had one yesterday" => Student with { LastUnprompted = Utc("2026-09-18 01:00") }, // 21:00 on the 17th.
            "quiet all day" => Student with { Quiet = new(Time("08:00"), Time("18:00")) },
            _ => throw new ArgumentOutOfRangeException(nameof(person)),
        };

        Assert.Equal(expected, Told(PromptRules.Decide(Fridays, recipient, ThroughW37, Utc("2026-09-18 18:30"))));
    }

    [Fact]
    public void A_prompt_that_quiet_hours_keep_beyond_its_week_is_not_sent()
    {
        // Monday, 13:30 by the clock: quiet until the day, the last one for it, is over.
        var recipient = Student with
        {
            Quiet = new(Time("13:00"), Time("00:30")),
        };

        Assert.Equal(
            "skip 2026-W38 QuietHoursPassed",
            Told(PromptRules.Decide(Fridays, recipient, ThroughW37, Utc("2026-09-21 17:30")))
        );
    }

    [Fact]
    public void A_prompt_that_other_messages_keep_beyond_its_week_is_not_sent()
    {
        var recipient = Student with { LastUnprompted = Utc("2026-09-21 12:00") };

        Assert.Equal(
            "skip 2026-W38 DailyLimit",
            Told(PromptRules.Decide(Fridays, recipient, ThroughW37, Utc("2026-09-21 17:30")))
        );
    }

    [Fact]
    public void A_late_prompt_does_not_come_on_a_holiday()
    {
        var schedule = Fridays with { Holidays = [new("Break", Day("2026-09-19"), Day("2026-09-27"))] };

        Assert.Equal(
            "skip 2026-W38 Holiday",
            Told(PromptRules.Decide(schedule, Student, ThroughW37, Utc("2026-09-19 12:00")))
        );
    }

    [Fact]
    public void In_holidays_nobody_is_woken()
    {
        var schedule = Fridays with { Holidays = [new("Break", Day("2026-12-19"), Day("2027-01-10"))] };

        Assert.Equal(
            "wait 2027-01-15 19:00",
            Told(PromptRules.Decide(schedule, Student, FromTheStart.With(Week("2026-W51")), Utc("2026-12-18 20:00")))
        );
    }

    [Theory]
    // Moved on Wednesday to a Monday that is over.
    [InlineData(DayOfWeek.Monday, "2026-W37", "skip 2026-W38 Rescheduled")]
    [InlineData(DayOfWeek.Thursday, "2026-W37", "wait 2026-09-17 18:00")]
    [InlineData(DayOfWeek.Thursday, "2026-W38", "wait 2026-09-24 18:00")] // This week had its prompt.
    public void A_week_has_one_prompt_however_the_day_moves(DayOfWeek to, string through, string expected)
    {
        var now = Utc("2026-09-16 12:00");

        Assert.Equal(
            expected,
            Told(
                PromptRules.Decide(
                    Fridays.Moved(to, Fridays.Time, Fridays.Zone, now),
                    Student,
                    FromTheStart.With(Week(through)),
                    now
                )
            )
        );
    }

    [Fact]
    public void A_week_has_one_prompt_when_the_class_moves_to_another_zone()
    {
        var now = Utc("2026-09-18 19:00");
        var cursor = PromptRuns.Run(Fridays, Student, ThroughW37, now).Cursor;

        // 14:00 comes again, seven hours later.
        var moved = Fridays.Moved(Fridays.Day, Fridays.Time, "Pacific/Pago_Pago", now);

        Assert.Equal(
            "wait 2026-09-28 18:00",
            Told(PromptRules.Decide(moved, Student, cursor, Utc("2026-09-26 01:30")))
        );
        Assert.Equal("wait 2026-09-26 01:00", Told(PromptRules.Decide(moved, Student, cursor, now)));
    }

    [Fact]
    public void A_late_prompt_never_meets_the_next_week_s()
    {
        // Sunday's prompt was missed, and the class moves to Mondays.
        var sundays = Fridays with
        {
            Day = DayOfWeek.Sunday,
        };
        var mondays = sundays with { Day = DayOfWeek.Monday };

        Assert.Equal(
            "send 2026-W38 Late",
            Told(PromptRules.Decide(sundays, Student, ThroughW37, Utc("2026-09-21 18:00")))
        );
        Assert.Equal(
            ["skip 2026-W38 Outage", "send 2026-W39 Sent"],
            PromptRuns.Run(mondays, Student, ThroughW37, Utc("2026-09-21 18:00")).Decided.Select(Told)
        );
    }

    [Theory]
    [InlineData("2026-09-18 18:00", "send 2026-W38 Sent")]
    [InlineData("2026-09-18 18:01", "wait 2026-09-25 18:00")] // Joined a minute later: next week.
    public void Who_joins_gets_the_prompts_that_come_after(string joined, string expected)
    {
        Assert.Equal(
            expected,
            Told(PromptRules.Decide(Fridays, Student, new PromptCursor(Utc(joined)), Utc("2026-09-18 18:30")))
        );
    }

    [Theory]
    [InlineData("2027-06-18 18:00", "2027-W23", "send 2027-W24 Sent")]
    [InlineData("2027-06-19 12:00", "2027-W23", "skip 2027-W24 Outage")]
    [InlineData("2027-06-18 18:00", "2027-W24", "idle")]
    public void A_course_ends_with_its_last_prompt(string now, string through, string expected)
    {
        Assert.Equal(expected, Told(PromptRules.Decide(Fridays, Student, FromTheStart.With(Week(through)), Utc(now))));
    }

    [Fact]
    public void A_clock_set_back_brings_no_second_prompt()
    {
        var sent = PromptRuns.Run(Fridays, Student, ThroughW37, Utc("2026-09-18 18:00"));

        Assert.Empty(PromptRuns.Run(Fridays, Student, sent.Cursor, Utc("2026-09-18 17:30")).Decided);
        Assert.Empty(PromptRuns.Run(Fridays, Student, sent.Cursor, Utc("2026-09-18 18:00")).Decided);
    }

    [Theory]
    [InlineData(5, "wait 2026-09-18 18:05")]
    [InlineData(361, "wait 2026-09-18 18:00")] // It would end in the student's quiet hours.
    public void People_are_woken_apart_but_not_in_their_quiet_hours(int minutes, string expected)
    {
        Assert.Equal(
            expected,
            Told(
                PromptRules.Decide(
                    Fridays,
                    Student with
                    {
                        Spread = TimeSpan.FromMinutes(minutes),
                    },
                    ThroughW37,
                    Utc("2026-09-18 12:00")
                )
            )
        );
    }

    [Fact]
    public void A_prompt_at_the_end_of_a_day_is_not_spread_into_the_holiday_after_it()
    {
        var late = Fridays.Moved(
            DayOfWeek.Friday,
            new TimeOnly(23, 58),
            "America/New_York",
            Utc("2026-08-20 12:00")
        ) with
        {
            Holidays = [new("Long weekend", Day("2026-09-19"), Day("2026-09-21"))],
        };

        Assert.Equal(
            new PromptDecision.WaitUntil(Utc("2026-09-19 03:58")),
            PromptRules.Decide(
                late,
                Student with
                {
                    Spread = TimeSpan.FromMinutes(3),
                },
                ThroughW37,
                Utc("2026-09-18 12:00")
            )
        );
    }

    [Theory]
    [InlineData("Nowhere/Atlantis")]
    [InlineData(null)]
    public void Quiet_hours_are_the_class_s_where_the_person_s_zone_is_not_known(string? zone)
    {
        Assert.Equal(
            "wait 2026-09-21 11:00",
            Told(PromptRules.Decide(Fridays, Student with { Zone = zone }, ThroughW37, Utc("2026-09-19 01:00")))
        );
    }

    internal static string Told(PromptDecision decision) =>
        decision switch
        {
            PromptDecision.Send send => $"send {send.Week} {send.As}",
            PromptDecision.Skip skip => $"skip {skip.Week} {skip.Why}",
            PromptDecision.WaitUntil wait => $"wait {wait.At:yyyy-MM-dd HH:mm}",
            _ => "idle",
        };
}
