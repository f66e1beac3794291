using Milestones.Calendar;

namespace Milestones.Features.Teaching;

/// <summary>
/// When a teacher gets the picture of a week: once, on the first school morning on which the reminder has had its
/// effect.
/// </summary>
internal static class DigestRules
{
    /// <summary>By the clock of the class: early enough to plan the day with it.</summary>
    public static readonly TimeOnly Morning = new(7, 30);

    /// <summary>How late it may still come; never after the next prompt.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(72);

    private static readonly TimeSpan AfterReminder = TimeSpan.FromHours(2);
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(1);

    /// <returns>Null when no school day is left.</returns>
    public static DateTimeOffset? DueAt(WeeklySchedule schedule, Occurrence prompt)
    {
        // A reminder of that very morning is not waited for: who is named can be nudged.
        var reminds = schedule is { ReminderAfter: not null, RemindsNextMorning: false };
        var ready = prompt.At + (schedule.ReminderAfter ?? TimeSpan.Zero) + AfterReminder;
        for (
            var day = SchoolDays.After(prompt.Date, 1, schedule.Holidays, schedule.SchoolWeek);
            day is { } morning;
            day = SchoolDays.After(morning, 1, schedule.Holidays, schedule.SchoolWeek)
        )
        {
            if (LocalTime.First(morning, Morning, schedule.Zone) is var at && (at >= ready || !reminds))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The decision for the first week that has none. A week without a prompt has no picture either.</summary>
    public static PromptDecision Decide(
        WeeklySchedule schedule,
        Recipient teacher,
        PromptCursor cursor,
        DateTimeOffset now
    )
    {
        var from = cursor.Through?.Next.Monday ?? LocalTime.Day(cursor.Since, schedule.Zone);
        var planned = schedule
            .From(from)
            .Where(one => one.At >= cursor.Since && schedule.Closed(one.Date) is null)
            .Take(2)
            .ToList();
        if (planned is not [var prompt, ..] || DueAt(schedule, prompt) is not { } due)
            return new PromptDecision.Idle();
        if (due > now)
            return new PromptDecision.WaitUntil(due + teacher.Spread);

        var until = planned is [_, var next] && next.At > due && next.At < due + Grace ? next.At : due + Grace;
        var at = teacher.Quiet.FreeFrom(now, LocalTime.Knows(teacher.Zone) ? teacher.Zone : schedule.Zone);
        return teacher.WhyNot(due) is { } never ? new PromptDecision.Skip(prompt.Week, never)
            : now >= until ? new PromptDecision.Skip(prompt.Week, PromptOutcome.Outage)
            : at >= until ? new PromptDecision.Skip(prompt.Week, PromptOutcome.QuietHoursPassed)
            : at > now ? new PromptDecision.WaitUntil(at)
            : new PromptDecision.Send(prompt.Week, now - due > LateAfter ? PromptOutcome.Late : PromptOutcome.Sent);
    }
}
