namespace Milestones.Calendar;

/// <summary>
/// Whether a weekly prompt goes out. Pure, and the same whenever it is asked: after an outage the weeks are decided one
/// by one in their order,
/// each either sent or skipped with a reason.
/// </summary>
internal static class PromptRules
{
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(1);

    /// <summary>The first week whose prompt is due and not decided, if nothing keeps the class from asking.</summary>
    public static Occurrence? Due(WeeklySchedule schedule, PromptCursor cursor, DateTimeOffset now) =>
        Undecided(schedule, cursor).FirstOrDefault() is { } due && due.At <= now && schedule.Closed(due.Date) is null
            ? due
            : null;

    /// <summary>The decision for the first week that has none.</summary>
    public static PromptDecision Decide(
        WeeklySchedule schedule,
        Recipient person,
        PromptCursor cursor,
        DateTimeOffset now
    )
    {
        var planned = Undecided(schedule, cursor).Take(2).ToList();
        if (planned is not [var due, ..])
            return new PromptDecision.Idle();

        var room = new SendingRoom(schedule, person);
        if (due.At > now)
        {
            return Undecided(schedule, cursor).FirstOrDefault(one => schedule.Closed(one.Date) is null) is { } next
                ? room.WakeAt(next.At)
                : new PromptDecision.Idle();
        }

        var until = schedule.Until(due, planned.ElementAtOrDefault(1));
        var (at, why) = room.Find(now, until);
        return WhyNever(schedule, person, due) is { } never ? new PromptDecision.Skip(due.Week, never)
            : why is { } reason ? new PromptDecision.Skip(due.Week, reason)
            : at > now ? room.WakeAt(at, until)
            : new PromptDecision.Send(due.Week, now - due.At > LateAfter ? PromptOutcome.Late : PromptOutcome.Sent);
    }

    private static IEnumerable<Occurrence> Undecided(WeeklySchedule schedule, PromptCursor cursor)
    {
        var from =
            cursor.Through is { } through ? through.Next.Monday
            : cursor.Since < LocalTime.First(schedule.Start, default, schedule.Zone) ? schedule.Start
            : LocalTime.Day(cursor.Since, schedule.Zone);
        return schedule.From(from).Where(one => one.At >= cursor.Since);
    }

    private static PromptOutcome? WhyNever(WeeklySchedule schedule, Recipient person, Occurrence due) =>
        schedule.Closed(due.Date) is { } closed ? closed
        : due.At < schedule.MovedAt ? PromptOutcome.Rescheduled
        : person.WhyNot(due.At);
}
