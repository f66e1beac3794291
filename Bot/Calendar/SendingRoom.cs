namespace Milestones.Calendar;

/// <summary>The moments at which something may come unasked: not in quiet hours, once a day, on no holiday.</summary>
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

        var at = person.Quiet.FreeFrom(from, _zone);
        var why = PromptOutcome.QuietHoursPassed;
        if (person.LastUnprompted is { } last && LocalTime.Day(last, _zone) == LocalTime.Day(at, _zone))
        {
            at = person.Quiet.FreeFrom(LocalTime.First(LocalTime.Day(at, _zone).AddDays(1), default, _zone), _zone);
            why = PromptOutcome.DailyLimit;
        }

        return at >= until ? (at, why) : (at, schedule.Closed(LocalTime.Day(at, schedule.Zone)));
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
