using Milestones.Calendar;
using Milestones.Features.Teaching;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.Teaching;

/// <summary>
/// When the picture of a week comes: once, in the morning, after the reminder; late once, or not at all with a reason.
/// </summary>
public sealed class DigestRulesTests
{
    private static readonly Recipient Lee = new("America/New_York");

    [Theory]
    [InlineData(DayOfWeek.Friday, "13:30", 24, "2026-09-21 11:30")] // Monday morning
    [InlineData(DayOfWeek.Friday, "13:30", null, "2026-09-21 11:30")]
    [InlineData(DayOfWeek.Tuesday, "13:30", null, "2026-09-16 11:30")] // the next morning
    [InlineData(DayOfWeek.Tuesday, "13:30", 24, "2026-09-17 11:30")] // the reminder comes on Wednesday at noon
    [InlineData(DayOfWeek.Tuesday, "05:30", 24, "2026-09-16 11:30")] // two hours after the reminder
    [InlineData(DayOfWeek.Tuesday, "05:31", 24, "2026-09-17 11:30")]
    [InlineData(DayOfWeek.Sunday, "18:00", 48, "2026-09-23 11:30")]
    public void It_comes_on_the_first_school_morning_after_the_reminder(
        DayOfWeek day,
        string time,
        int? reminder,
        string due
    )
    {
        var schedule = Schedule(day, time, reminder);

        Assert.Equal(Moments.Utc(due), DigestRules.DueAt(schedule, schedule.In(Moments.Week("2026-W38"))!));
    }

    [Fact]
    public void Holidays_put_it_off()
    {
        var schedule = Schedule(DayOfWeek.Friday, "13:30", 24) with
        {
            Holidays = [new Holiday("Fall break", new DateOnly(2026, 9, 21), new DateOnly(2026, 9, 22))],
        };

        Assert.Equal(
            Moments.Utc("2026-09-23 11:30"),
            DigestRules.DueAt(schedule, schedule.In(Moments.Week("2026-W38"))!)
        );
    }

    [Fact]
    public void By_the_clock_of_the_class_though_clocks_change_in_between()
    {
        var schedule = Schedule(DayOfWeek.Friday, "13:30", 24);

        Assert.Equal(
            Moments.Utc("2026-11-02 12:30"),
            DigestRules.DueAt(schedule, schedule.In(Moments.Week("2026-W44"))!)
        );
    }

    [Theory]
    [InlineData("2026-09-21 11:29", "wait 2026-09-21 11:30")]
    [InlineData("2026-09-21 11:30", "Sent")]
    [InlineData("2026-09-21 12:30", "Sent")]
    [InlineData("2026-09-21 12:31", "Late")]
    [InlineData("2026-09-22 03:00", "wait 2026-09-22 11:00")] // at night it waits for the morning
    [InlineData("2026-09-24 11:29", "Late")]
    [InlineData("2026-09-24 11:30", "skip Outage")]
    public void After_an_outage_it_comes_late_once_or_not_at_all_with_the_reason(string now, string decision) =>
        Assert.Equal(
            decision,
            Said(DigestRules.Decide(Schedule(DayOfWeek.Friday, "13:30", 24), Lee, Joined, Moments.Utc(now)))
        );

    [Fact]
    public void A_week_is_decided_once()
    {
        var schedule = Schedule(DayOfWeek.Friday, "13:30", 24);

        Assert.Equal(
            "wait 2026-09-28 11:30",
            Said(
                DigestRules.Decide(
                    schedule,
                    Lee,
                    Joined.With(Moments.Week("2026-W38")),
                    Moments.Utc("2026-09-21 11:30")
                )
            )
        );
    }

    [Fact]
    public void A_week_without_a_prompt_has_no_digest()
    {
        var schedule = Schedule(DayOfWeek.Friday, "13:30", 24) with
        {
            Holidays = [new Holiday("", new DateOnly(2026, 9, 18), new DateOnly(2026, 9, 18))],
        };

        Assert.Equal(
            "wait 2026-09-28 11:30",
            Said(DigestRules.Decide(schedule, Lee, Joined, Moments.Utc("2026-09-21 11:30")))
        );
    }

    [Fact]
    public void Weeks_before_the_teacher_came_are_none_of_theirs() =>
        Assert.Equal(
            "wait 2026-09-28 11:30",
            Said(
                DigestRules.Decide(
                    Schedule(DayOfWeek.Friday, "13:30", 24),
                    Lee,
                    new PromptCursor(Moments.Utc("2026-09-18 18:00")),
                    Moments.Utc("2026-09-21 11:30")
                )
            )
        );

    [Fact]
    public void Who_turned_messages_off_or_cannot_be_reached_gets_none_and_the_reason_is_kept()
    {
        var schedule = Schedule(DayOfWeek.Friday, "13:30", 24);
        var now = Moments.Utc("2026-09-21 11:30");

        Assert.Equal("skip OptedOut", Said(DigestRules.Decide(schedule, Lee with { OptedOut = true }, Joined, now)));
        Assert.Equal(
            "skip Unreachable",
            Said(DigestRules.Decide(schedule, Lee with { Reachable = false }, Joined, now))
        );
    }

    private static PromptCursor Joined => new(Moments.Utc("2026-09-14 12:00"));

    private static WeeklySchedule Schedule(DayOfWeek day, string time, int? reminder) =>
        new(
            day,
            TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
            "America/New_York",
            new DateOnly(2026, 9, 1),
            new DateOnly(2027, 6, 1),
            Moments.Utc("2026-09-01 00:00")
        )
        {
            ReminderAfter = reminder is { } hours ? TimeSpan.FromHours(hours) : null,
        };

    private static string Said(PromptDecision decision) =>
        decision switch
        {
            PromptDecision.Send send => send.As.ToString(),
            PromptDecision.Skip skip => $"skip {skip.Why}",
            PromptDecision.WaitUntil wait => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"wait {wait.At.UtcDateTime:yyyy-MM-dd HH:mm}"
            ),
            _ => "idle",
        };
}
