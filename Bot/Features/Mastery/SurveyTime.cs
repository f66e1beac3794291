using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Mastery;

/// <summary>
/// When a student is asked where they stand, and once reminded: on a school day, not in quiet hours, as the one message
/// of the day, and never on the day of the weekly question before that has come.
/// </summary>
internal static class SurveyTime
{
    /// <summary>Further than any holiday: the unit is over by then.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(120);

    private const int Days = 30;

    public static Person WithAlarms(Person person, DateTimeOffset now) =>
        person.Surveys.Count == 0
            ? person
            : person with
            {
                Surveys = [.. person.Surveys.Select(one => one with { LookAt = At(one, person, now) })],
            };

    /// <summary>Asks about the first unit whose time has come.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        if (person.Surveys.FirstOrDefault(one => At(one, person, context.Now) <= context.Now) is not { } survey)
            return new(person);
        var again = survey.AskedAt is not null;
        var asked = again ? survey with { RemindedAt = context.Now } : survey with { AskedAt = context.Now };
        return new(
            Surveys.With(person, asked) with
            {
                LastUnprompted = context.Now,
            },
            new Show(RatingCards.Ask(asked, again, context.Voice), RatingCards.AskTitle(asked, context.Voice))
        );
    }

    /// <summary>The moment of the next message about this unit; null where none is to come.</summary>
    public static DateTimeOffset? At(UnitSurvey survey, Person person, DateTimeOffset now)
    {
        if (
            survey.IsDone
            || survey.RemindedAt is not null
            || !Surveys.IsOpen(survey, person)
            || person is { Chat: null } or { Unreachable: not null } or { Prompts.OptedOut: true }
            || person.Classes.First(one => one.Class == survey.Class).Schedule is not { } schedule
            || From(survey, schedule) is not { } from
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

    /// <summary>At once; the reminder on the second school day after, at the same hour.</summary>
    private static DateTimeOffset? From(UnitSurvey survey, WeeklySchedule schedule) =>
        survey.AskedAt is not { } asked ? DateTimeOffset.MinValue
        : schedule.SchoolDayAfter(LocalTime.Day(asked, schedule.Zone)) is { } next
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
