using Milestones.Calendar;

namespace Milestones.School;

/// <summary>
/// When a student may be asked something that is not the weekly question: on a school day, not in quiet hours, as the
/// one message of the day, and never on the day of the weekly question before that has come.
/// </summary>
internal static class UnpromptedTime
{
    /// <summary>Further than any holiday: what was to be asked is over by then.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(120);

    private const int Days = 30;

    /// <summary>
    /// The first moment from <paramref name="from"/> and <paramref name="now"/> on; null where nothing may come.
    /// </summary>
    public static DateTimeOffset? Next(Person person, WeeklySchedule schedule, DateTimeOffset from, DateTimeOffset now)
    {
        if (person is { Chat: null } or { Unreachable: not null } or { Prompts.OptedOut: true })
            return null;
        var recipient = new Recipient(person.TimeZone, LastUnprompted: person.LastUnprompted)
        {
            Quiet = person.Quiet ?? QuietHours.Night,
        };
        var room = new SendingRoom(schedule, recipient);
        (from, var until) = (Latest(from, now, person.Prompts?.PausedUntil), now + Horizon);
        for (var tries = 0; tries < Days; tries++)
        {
            var (at, why) = room.Find(from, until);
            var day = LocalTime.Day(at, schedule.Zone);
            if (why is not null || !WaitsForWeekly(person, day))
                return why is null ? at : null;
            from = LocalTime.First(day.AddDays(1), WeeklySchedule.Morning, schedule.Zone);
        }

        return null;
    }

    /// <summary>From when one may be reminded: the second school day after, at the same hour.</summary>
    public static DateTimeOffset? Reminder(DateTimeOffset asked, WeeklySchedule schedule) =>
        schedule.SchoolDayAfter(LocalTime.Day(asked, schedule.Zone)) is { } next
        && schedule.SchoolDayAfter(next) is { } second
            ? LocalTime.First(second, LocalTime.Clock(asked, schedule.Zone), schedule.Zone)
            : null;

    /// <summary>A class's weekly question comes on this day, and is still to come.</summary>
    private static bool WaitsForWeekly(Person person, DateOnly day) =>
        person.Classes.Any(one =>
            one is { Role: MemberRole.Student, Schedule: { } schedule, Cursor: { } cursor }
            && schedule.In(IsoWeek.Of(day)) is { } weekly
            && weekly.Date == day
            && schedule.Closed(day) is null
            && !(cursor.Through >= weekly.Week)
        );

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other, DateTimeOffset? third) =>
        new[] { one, other, third ?? other }.Max();
}
