namespace Milestones.Calendar;

/// <summary>A weekly prompt that went out.</summary>
/// <param name="At">When it did, which may be later than planned.</param>
/// <param name="RemindedAt">When its one reminder went out; null when none did.</param>
internal sealed record SentPrompt(
    IsoWeek Week,
    DateTimeOffset At,
    bool Answered = false,
    DateTimeOffset? RemindedAt = null
);

/// <summary>
/// Whether the one reminder goes out. It may until the next prompt, because until then the reflection counts for its
/// week, and no later than two days after its moment, or the end of the school day after it.
/// </summary>
internal static class ReminderRules
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(48);

    public static PromptDecision Decide(
        WeeklySchedule schedule,
        Recipient person,
        SentPrompt prompt,
        DateTimeOffset now
    )
    {
        if (prompt.Answered || prompt.RemindedAt is not null || schedule.ReminderOf(prompt.At) is not { } due)
        {
            return Skip(
                prompt.Answered ? PromptOutcome.Answered
                : prompt.RemindedAt is not null ? PromptOutcome.AlreadyReminded
                : PromptOutcome.NoReminder
            );
        }

        if (person.WhyNot(due) is { } never)
            return Skip(never);

        var next = schedule.From(prompt.Week.Next.Monday).FirstOrDefault()?.At;
        if (due >= next)
            return Skip(PromptOutcome.NoReminder);
        var last =
            schedule.SchoolDayAfter(LocalTime.Day(due, schedule.Zone)) is { } day
            && LocalTime.First(day.AddDays(1), default, schedule.Zone) is var end
            && end > due + Grace
                ? end
                : due + Grace;
        var until = next < last ? next.Value : last;
        var room = new SendingRoom(schedule, person);
        var (at, why) = room.Find(due > now ? due : now, until);
        return why is { } reason ? Skip(reason)
            : at > now ? room.WakeAt(at, until)
            : new PromptDecision.Send(prompt.Week, PromptOutcome.Sent);

        PromptDecision.Skip Skip(PromptOutcome outcome) => new(prompt.Week, outcome);
    }
}
