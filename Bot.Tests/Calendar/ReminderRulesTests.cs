using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;
using static Milestones.Tests.Calendar.PromptRulesTests;

namespace Milestones.Tests.Calendar;

public sealed class ReminderRulesTests
{
    private static readonly Recipient Student = new("America/New_York");
    private static readonly SentPrompt Prompt = new(Week("2026-W38"), Utc("2026-09-18 18:00"));

    [Theory]
    [InlineData("2026-09-18 18:00", "wait 2026-09-21 11:00")] // A day later is Saturday.
    [InlineData("2026-09-19 18:00", "wait 2026-09-21 11:00")]
    [InlineData("2026-09-21 11:00", "send 2026-W38 Sent")]
    [InlineData("2026-09-21 17:59", "send 2026-W38 Sent")]
    [InlineData("2026-09-22 04:00", "skip 2026-W38 Outage")]
    public void One_reminder_comes_a_day_later_on_a_school_day(string now, string expected)
    {
        Assert.Equal(expected, Told(ReminderRules.Decide(Fridays, Student, Prompt, Utc(now))));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_done_or_twice()
    {
        var now = Utc("2026-09-19 18:00");

        Assert.Equal(
            "skip 2026-W38 Answered",
            Told(ReminderRules.Decide(Fridays, Student, Prompt with { Answered = true }, now))
        );
        Assert.Equal(
            "skip 2026-W38 AlreadyReminded",
            Told(ReminderRules.Decide(Fridays, Student, Prompt with { RemindedAt = now.AddHours(-1) }, now))
        );
        Assert.Equal(
            "skip 2026-W38 NoReminder",
            Told(ReminderRules.Decide(Fridays with { ReminderAfter = null }, Student, Prompt, now))
        );
        Assert.Equal(
            "skip 2026-W38 OptedOut",
            Told(ReminderRules.Decide(Fridays, Student with { OptedOut = true }, Prompt, now))
        );
        Assert.Equal(
            "skip 2026-W38 Paused",
            Told(ReminderRules.Decide(Fridays, Student with { PausedUntil = Utc("2026-09-20 00:00") }, Prompt, now))
        );
        Assert.Equal(
            "skip 2026-W38 Unreachable",
            Told(ReminderRules.Decide(Fridays, Student with { Reachable = false }, Prompt, now))
        );
    }

    [Theory]
    [InlineData("2026-09-18 18:00", "wait 2026-09-21 11:00")] // Friday's prompt: Monday at seven.
    [InlineData("2026-09-21 11:00", "send 2026-W38 Sent")]
    public void By_default_it_comes_in_the_morning_of_the_next_school_day(string now, string expected) =>
        Assert.Equal(
            expected,
            Told(
                ReminderRules.Decide(
                    Fridays with
                    {
                        ReminderAfter = null,
                        RemindsNextMorning = true,
                    },
                    Student,
                    Prompt,
                    Utc(now)
                )
            )
        );

    [Fact]
    public void A_reminder_does_not_come_on_a_holiday()
    {
        var schedule = Fridays with { Holidays = [new("Fair", Day("2026-09-19"), Day("2026-09-25"))] };

        Assert.Equal(
            "skip 2026-W38 Holiday",
            Told(ReminderRules.Decide(schedule, Student, Prompt, Utc("2026-09-18 18:00")))
        );
    }

    [Theory]
    [InlineData(48, "2026-09-20 15:00", "wait 2026-09-21 15:00")]
    [InlineData(51, "2026-09-20 15:00", "skip 2026-W38 NoReminder")] // The next prompt is at that very moment.
    [InlineData(48, "2026-09-21 18:00", "skip 2026-W38 Outage")]
    public void A_reminder_ends_where_the_next_prompt_begins(int hours, string now, string expected)
    {
        // Sent late, on Saturday, before the class moved to Mondays.
        var mondays = Fridays with
        {
            Day = DayOfWeek.Monday,
            ReminderAfter = TimeSpan.FromHours(hours),
        };

        Assert.Equal(
            expected,
            Told(ReminderRules.Decide(mondays, Student, Prompt with { At = Utc("2026-09-19 15:00") }, Utc(now)))
        );
    }

    [Fact]
    public void A_reminder_counts_as_the_one_message_of_a_day()
    {
        var schedule = Fridays with { ReminderAfter = TimeSpan.FromHours(3) };
        var student = Student with { LastUnprompted = Prompt.At };

        Assert.Equal(
            "wait 2026-09-21 11:00",
            Told(ReminderRules.Decide(schedule, student, Prompt, Utc("2026-09-18 18:30")))
        );
    }
}
