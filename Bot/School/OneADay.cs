using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// When something of a class may come to one of its students unasked: on a school day, not in quiet hours, as the one
/// message of the day, and never on the day of the weekly question before that has come.
/// </summary>
internal static class OneADay
{
    /// <summary>Further than any holiday.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(120);

    private const int Days = 30;

    /// <summary>The first such moment from <paramref name="from"/> on; null where nothing is to come unasked.</summary>
    public static DateTimeOffset? At(Person person, DocumentKey classroom, DateTimeOffset from, DateTimeOffset now)
    {
        if (
            person is { Chat: null } or { Unreachable: not null } or { Prompts.OptedOut: true }
            || ScheduleOf(person, classroom) is not { } schedule
        )
        {
            return null;
        }

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

    /// <summary>Of a class they are a student in; null before it is set up.</summary>
    public static WeeklySchedule? ScheduleOf(Person person, DocumentKey classroom) =>
        person.Classes.FirstOrDefault(one => one.Class == classroom && one.Role == MemberRole.Student)?.Schedule;

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
