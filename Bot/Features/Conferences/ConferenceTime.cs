using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>
/// After the day of the conference the student is asked how it went, once: on the next school day, when something may
/// be asked (<see cref="UnpromptedTime"/>).
/// </summary>
internal static class ConferenceTime
{
    public static Person WithAlarm(Person person, DateTimeOffset now) =>
        person.Conference is not { } pack
            ? person
            : person with
            {
                Conference = pack with { LookAt = At(pack, person, now) },
            };

    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        if (person.Conference is not { } pack || !(At(pack, person, context.Now) <= context.Now))
            return new(person);
        return new(
            person with
            {
                Conference = pack with { AskedHowAt = context.Now },
                LastUnprompted = context.Now,
            },
            new Show(PackCards.HowWasIt(context.Voice), context.Voice["Conference.How.Title"])
        );
    }

    /// <summary>Null where no day is known, where they were asked, and where they have told it already.</summary>
    public static DateTimeOffset? At(ConferencePack pack, Person person, DateTimeOffset now) =>
        pack is { AskedHowAt: null, LookedBack.Count: 0 }
        && pack.DayOf(person) is { } on
        && Schedule(pack, person) is { } schedule
        && schedule.SchoolDayAfter(on) is { } day
            ? UnpromptedTime.Next(person, schedule, LocalTime.First(day, WeeklySchedule.Morning, schedule.Zone), now)
            : null;

    private static WeeklySchedule? Schedule(ConferencePack pack, Person person) =>
        person
            .Classes.Where(one => one is { Role: MemberRole.Student, Schedule: not null })
            .OrderByDescending(one => one.Class == pack.ReadyIn)
            .FirstOrDefault()
            ?.Schedule;
}
