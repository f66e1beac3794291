namespace Milestones.Calendar;

/// <summary>
/// Whether a weekly prompt goes out. Pure, and the same whenever it is asked: after an outage the weeks are decided one
/// by one in their order,
/// each either sent or skipped with a reason.
/// </summary>
internal static class PromptRules
{
    /// <summary>How late a prompt may still come.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(48);

    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(1);

    /// <summary>Everything there is to decide by now.</summary>
    public static PromptRun Run(WeeklySchedule schedule, Recipient person, PromptCursor cursor, DateTimeOffset now)
    {
        var decided = new List<PromptDecision>();
        while (true)
        {
            var decision = Decide(schedule, person, cursor, now);
            switch (decision)
            {
                case PromptDecision.Send send:
                    cursor = cursor.With(send.Week);
                    person = person with { LastUnprompted = now };
                    decided.Add(send);
                    break;
                case PromptDecision.Skip skip:
                    cursor = cursor.With(skip.Week);
                    decided.Add(skip);
                    break;
                default:
                    return new PromptRun(decided, cursor, (decision as PromptDecision.WaitUntil)?.At);
            }
        }
    }

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

        // A late prompt never meets the next week's.
        var until = planned is [_, var following] && following.At < due.At + Grace ? following.At : due.At + Grace;
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

/// <param name="Decided">Sends (one at the most) and skips, by week.</param>
/// <param name="Cursor">To keep in place of the one that was given.</param>
/// <param name="WakeAt">When to look again; null when there is nothing to look for.</param>
internal sealed record PromptRun(IReadOnlyList<PromptDecision> Decided, PromptCursor Cursor, DateTimeOffset? WakeAt);
