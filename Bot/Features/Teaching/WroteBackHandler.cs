using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A student wrote back: the teacher is shown it at once by day, as long as they teach the class. Whether they do is
/// read again, and the words are read where they lie, in the student's document.
/// </summary>
internal static class WroteBackHandler
{
    /// <summary>More would not be looked at one by one; the list has them all.</summary>
    private const int Most = 30;

    /// <summary>When it could not be read that they teach, before anything is shown.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    public static IEnumerable<DocumentKey> Needs(Person person, Turn turn, OtherDocuments others) =>
        (
            turn.Input is Received { Message: StudentAnswered answered }
                ? [CallOf(answered, turn.Now)]
                : person.AnswerCalls.Where(call => call.ShowAt <= turn.Now)
        ).SelectMany(call => StudentOf(call, person, turn.Now, others));

    public static TurnResult<Person> Received(StudentAnswered answered, TurnContext<Person> context)
    {
        var call = CallOf(answered, context.Now);
        return Taught(call, context.Person) is not { } membership || WhyLost(call, context) is not null
            ? Lost(call, context.Person)
            : Take(call with { ShowAt = At(membership, context) }, context);
    }

    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var result = new TurnResult<Person>(context.Person);
        foreach (var call in context.Person.AnswerCalls.Where(call => call.ShowAt <= context.Now))
        {
            var now = context with { Head = Without(call, result.Person) };
            result = result.Then(WhyLost(call, now) is null ? Take(call, now) : Lost(call, now.Person));
        }

        return result;
    }

    /// <summary>Another teacher was a moment faster.</summary>
    public static TurnResult<Person> Met(RepliesMet met, TurnContext<Person> context) =>
        context.Person.Classes.Any(one => one.Class == met.Class && one.Role == MemberRole.Teacher)
            ? new(
                context.Person,
                new Say(
                    context.Voice.Say(
                        "Teach.Met",
                        ("name", met.StudentName ?? context.Voice["Class.Somebody"]),
                        ("other", met.TeacherName ?? context.Voice["Class.Somebody"])
                    )
                )
            )
            : new(context.Person);

    private static TurnResult<Person> Take(AnswerCall call, TurnContext<Person> context)
    {
        var person = context.Person;
        if (WhyNot(call, context) is not null)
            return Later(call with { ShowAt = context.Now + AskAgain }, person);
        if (call.ShowAt > context.Now)
            return Later(call, person);
        var classroom = context.Others.Class(call.Class)!;
        var student = context.Others.Person(classroom.KeyOf(call.Student));
        return
            student?.TeacherReplies.FirstOrDefault(reply => reply.Id == call.Reply) is { Answer: not null } reply
            && reply.Teacher == context.Turn.Key
            ? new(
                person with
                {
                    AnswersShown =
                    [
                        .. person.AnswersShown.Append(new(call.Class, call.Student, call.Reply)).TakeLast(Most),
                    ],
                },
                new Show(WroteBackCard.Of(call, reply, classroom, context), WroteBackCard.Title(call, context.Voice))
            )
            : new(person);
    }

    /// <summary>
    /// Whoever does anything in the chat has seen what stands in it: the students are told, by a mark on the card they
    /// answered and by no message.
    /// </summary>
    public static TurnResult<Person> Seen(TurnResult<Person> result, TurnContext<Person> context) =>
        context.Turn.Input is Said or SaidNothing or Tapped && context.Person.AnswersShown is { Count: > 0 } shown
            ? result with
            {
                Head = result.Person with { AnswersShown = [.. result.Person.AnswersShown.Except(shown)] },
                Messages =
                [
                    .. result.Messages,
                    .. shown.Select(one => new Addressed(
                        DocumentKeys.Person(new(context.Person.Id.TenantId, one.Student)),
                        new AnswerSeen(one.Reply)
                    )),
                ],
            }
            : result;

    private static TurnResult<Person> Later(AnswerCall call, Person person) =>
        new(person with { AnswerCalls = [.. person.AnswerCalls.Append(call).TakeLast(Most)] });

    private static TurnResult<Person> Lost(AnswerCall call, Person person) =>
        new(person)
        {
            Messages = [new(DocumentKeys.Person(new(person.Id.TenantId, call.Student)), new AnswerLost(call.Reply))],
        };

    /// <summary>By day at once, at night in the morning.</summary>
    private static DateTimeOffset At(Membership membership, TurnContext<Person> context) =>
        QuietHours.Night.FreeFrom(
            context.Now,
            LocalTime.Knows(context.Person.TimeZone) ? context.Person.TimeZone : membership.Schedule?.Zone
        );

    /// <summary>Why they will never see it; null when they do, or may a little later.</summary>
    private static string? WhyLost(AnswerCall call, TurnContext<Person> context) =>
        context.Person is { Chat: null } or { Unreachable: not null } ? "NoConversation"
        : WhyNot(call, context) is { } why && !TeacherHandler.Waits(why) ? why
        : null;

    private static string? WhyNot(AnswerCall call, TurnContext<Person> context) =>
        TeacherHandler.WhyNot(context.Others.Class(call.Class), context.Person.Id, context.Now);

    private static IEnumerable<DocumentKey> StudentOf(
        AnswerCall call,
        Person person,
        DateTimeOffset now,
        OtherDocuments others
    ) =>
        others.Class(call.Class) is { } classroom && TeacherHandler.WhyNot(classroom, person.Id, now) is null
            ? [call.Class, classroom.KeyOf(call.Student)]
            : [call.Class];

    private static AnswerCall CallOf(StudentAnswered answered, DateTimeOffset now) =>
        new(answered.Class, answered.Student.ObjectId, answered.StudentName, answered.ReplyId, now);

    private static Membership? Taught(AnswerCall call, Person person) =>
        person.Classes.FirstOrDefault(one => one.Class == call.Class && one.Role == MemberRole.Teacher);

    private static Person Without(AnswerCall call, Person person) =>
        person with
        {
            AnswerCalls = [.. person.AnswerCalls.Where(one => one != call)],
        };
}
