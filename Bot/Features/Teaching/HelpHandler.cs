using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>Who asks for help is heard at once, and again when three school days have brought no answer.</summary>
internal static class HelpHandler
{
    /// <summary>More would not be looked at one by one; the list has them all.</summary>
    private const int Most = 30;

    /// <summary>When it could not be read that they teach, before a name is shown.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    public static IEnumerable<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        Waiting(person, turn.Now).SelectMany(call => StudentOf(call, person, turn.Now, others));

    public static TurnResult<Person> Received(HelpAsked asked, TurnContext<Person> context)
    {
        var person = context.Person;
        if (Taught(asked.Class, person) is not { } membership || person.Chat is null || person.Unreachable is not null)
            return new(person);

        var why = TeacherHandler.WhyNot(context.Others.Class(asked.Class), person.Id, context.Now);
        if (why is not null && !TeacherHandler.Waits(why))
            return new(person);

        var zone = LocalTime.Knows(person.TimeZone) ? person.TimeZone : membership.Schedule?.Zone;
        var call = new HelpCall(
            asked.Class,
            asked.Student.ObjectId,
            asked.StudentName,
            context.Now,
            why is null ? QuietHours.Night.FreeFrom(context.Now, zone) : context.Now + AskAgain
        );
        List<HelpCall> calls =
        [
            .. person.HelpCalls.Where(one => (one.Class, one.Student) != (call.Class, call.Student)),
            call,
        ];
        var kept = person with { HelpCalls = [.. calls.TakeLast(Most)] };
        return call.ShowAt > context.Now ? new(kept) : Show(call, membership, context with { Head = kept });
    }

    /// <summary>
    /// What is due and still open. The student's document is read for it: somebody else may have answered.
    /// </summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var result = new TurnResult<Person>(context.Person);
        foreach (var call in Waiting(context.Person, context.Now).ToList())
        {
            var now = context with { Head = result.Person };
            result = result.Then(
                TeacherHandler.Waits(WhyNot(call, context)) ? new(Later(call, now))
                : IsOpen(call, context) && Taught(call.Class, result.Person) is { } membership
                    ? Show(call, membership, now)
                : new(Without(call, result.Person))
            );
        }

        return result;
    }

    private static TurnResult<Person> Show(HelpCall call, Membership membership, TurnContext<Person> context)
    {
        var (voice, person) = (context.Voice, context.Person);
        var next = call.Again ? null : Next(call, membership);
        var kept = next is null
            ? Without(call, person)
            : person with
            {
                HelpCalls = [.. person.HelpCalls.Select(one => one == call ? next : one)],
            };
        return new(kept, new Show(HelpCard.Of(call, membership, context), HelpCard.Title(call, voice)));
    }

    /// <summary>The morning of the third school day.</summary>
    private static HelpCall? Next(HelpCall call, Membership membership) =>
        SchoolDays.After(
            LocalTime.Day(call.Since, membership.Schedule?.Zone),
            StudentWeek.PatientDays,
            membership.Schedule?.Holidays ?? [],
            membership.Schedule?.SchoolWeek
        )
            is { } day
            ? call with
            {
                Again = true,
                ShowAt = LocalTime.First(day, DigestRules.Morning, membership.Schedule?.Zone),
            }
            : null;

    private static string? WhyNot(HelpCall call, TurnContext<Person> context) =>
        TeacherHandler.WhyNot(context.Others.Class(call.Class), context.Person.Id, context.Now);

    private static Person Later(HelpCall call, TurnContext<Person> context) =>
        context.Person with
        {
            HelpCalls =
            [
                .. context.Person.HelpCalls.Select(one =>
                    one == call ? one with { ShowAt = context.Now + AskAgain } : one
                ),
            ],
        };

    private static bool IsOpen(HelpCall call, TurnContext<Person> context) =>
        context.Others.Class(call.Class) is { } classroom
        && WhyNot(call, context) is null
        && classroom.Find(call.Student) is { Role: MemberRole.Student } member
        && StudentWeek
            .Of(classroom, member, context.Others.Person(classroom.KeyOf(call.Student)), default, context.Now)
            .Need?.Kind
            is NeedKind.Help
                or NeedKind.HelpOverdue;

    private static IEnumerable<DocumentKey> StudentOf(
        HelpCall call,
        Person person,
        DateTimeOffset now,
        OtherDocuments others
    ) =>
        others.Class(call.Class) is { } classroom
        && TeacherHandler.WhyNot(classroom, person.Id, now) is null
        && classroom.Find(call.Student) is not null
            ? [call.Class, classroom.KeyOf(call.Student)]
            : [call.Class];

    private static IEnumerable<HelpCall> Waiting(Person person, DateTimeOffset now) =>
        person.HelpCalls.Where(call => call.ShowAt <= now);

    private static Membership? Taught(DocumentKey key, Person person) =>
        person.Classes.FirstOrDefault(one => one.Class == key && one.Role == MemberRole.Teacher);

    private static Person Without(HelpCall call, Person person) =>
        person with
        {
            HelpCalls = [.. person.HelpCalls.Where(one => one != call)],
        };
}
