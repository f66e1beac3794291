using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>When a student is asked to check their work: once, and about a task once more.</summary>
internal static class CheckTime
{
    public static Person WithAlarms(Person person, DateTimeOffset now) =>
        Works
            .Of(person)
            .Aggregate(
                person,
                (next, work) => Works.With(next, work.Id, work.Criteria with { LookAt = At(work, person, now) })
            );

    /// <summary>Asks about the first work whose time has come.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        if (Works.Of(person).FirstOrDefault(one => At(one, person, context.Now) <= context.Now) is not { } work)
            return new(person);
        var again = work.Criteria.AskedAt is not null;
        var asked = again
            ? work.Criteria with
            {
                RemindedAt = context.Now,
            }
            : work.Criteria with
            {
                AskedAt = context.Now,
            };
        return new(
            Works.With(person, work.Id, asked) with
            {
                LastUnprompted = context.Now,
            },
            new Show(CheckCards.Ask(work, again, context.Voice), CheckCards.AskTitle(work, context.Voice))
        );
    }

    /// <summary>The moment of the next message about this work; null where none is to come.</summary>
    public static DateTimeOffset? At(Work work, Person person, DateTimeOffset now)
    {
        var criteria = work.Criteria;
        if (
            !work.IsOpen
            || criteria.RemindedAt is not null
            || person.Classes.FirstOrDefault(one => one.Class == criteria.Class && one.Role == MemberRole.Student)
                is not { Schedule: { } schedule }
        )
        {
            return null;
        }

        if (criteria.AskedAt is not { } asked)
            return UnpromptedTime.Next(person, schedule, DateTimeOffset.MinValue, now);
        return work.IsTask && criteria.Checks.Count == 0 && UnpromptedTime.Reminder(asked, schedule) is { } from
            ? UnpromptedTime.Next(person, schedule, from, now)
            : null;
    }
}
