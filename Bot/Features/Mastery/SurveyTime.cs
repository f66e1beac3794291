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
    public static DateTimeOffset? At(UnitSurvey survey, Person person, DateTimeOffset now) =>
        survey.IsDone
        || survey.RemindedAt is not null
        || !Surveys.IsOpen(survey, person)
        || OneADay.ScheduleOf(person, survey.Class) is not { } schedule
        || From(survey, schedule) is not { } from
            ? null
            : OneADay.At(person, survey.Class, from, now);

    /// <summary>At once; the reminder on the second school day after, at the same hour.</summary>
    private static DateTimeOffset? From(UnitSurvey survey, WeeklySchedule schedule) =>
        survey.AskedAt is not { } asked ? DateTimeOffset.MinValue
        : schedule.SchoolDayAfter(LocalTime.Day(asked, schedule.Zone)) is { } next
        && schedule.SchoolDayAfter(next) is { } second
            ? LocalTime.First(second, LocalTime.Clock(asked, schedule.Zone), schedule.Zone)
        : null;
}
