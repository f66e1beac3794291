namespace Milestones.Calendar;

/// <summary>The moments at which something may come unasked: not in quiet hours, once a day, on school days.</summary>
internal sealed class SendingRoom(WeeklySchedule schedule, Recipient person)
{
    private readonly string _zone = LocalTime.Knows(person.Zone) ? person.Zone : schedule.Zone;

    /// <summary>
    /// The first such moment from <paramref name="from"/> on, or why there is none before <paramref name="until"/>.
    /// </summary>
    public (DateTimeOffset At, PromptOutcome? Why) Find(DateTimeOffset from, DateTimeOffset until)
    {
        if (from >= until)
            return (from, PromptOutcome.Outage);

        var (at, why) = (from, PromptOutcome.Outage);
        while (true)
        {
            var free = person.Quiet.FreeFrom(at, _zone);
            (at, why) = (free, free > at && why == PromptOutcome.Outage ? PromptOutcome.QuietHoursPassed : why);
            if (person.LastUnprompted is { } last && LocalTime.Day(last, _zone) == LocalTime.Day(at, _zone))
            {
                (at, why) = (
                    LocalTime.First(LocalTime.Day(at, _zone).AddDays(1), default, _zone),
                    PromptOutcome.DailyLimit
                );
                continue;
            }

            if (at >= until)
                return (at, why);
            var day = LocalTime.Day(at, schedule.Zone);
            if (schedule.IsSchoolDay(day))
                return (at, null);
            at = LocalTime.First(day.AddDays(1), WeeklySchedule.Morning, schedule.Zone);
            why = schedule.Closed(day) ?? why;
        }
    }

    /// <summary>
    /// Later by the person's spread, unless that would be in their quiet hours, on another day (which may be a holiday)
    /// or too late.
    /// </summary>
    public PromptDecision.WaitUntil WakeAt(DateTimeOffset at, DateTimeOffset? until = null)
    {
        var spread = at + person.Spread;
        return new(
            spread >= until || person.Quiet.Contains(spread, _zone) || Crosses(schedule.Zone) || Crosses(_zone)
                ? at
                : spread
        );

        bool Crosses(string zone) => LocalTime.Day(spread, zone) != LocalTime.Day(at, zone);
    }
}
