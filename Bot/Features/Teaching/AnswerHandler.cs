using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher's answer in the student's own document: kept, shown when it is not night, seen, or lost with a reason the
/// teacher hears.
/// </summary>
internal static class AnswerHandler
{
    /// <summary>What a reply gets as its reason when the student is in the class no more.</summary>
    public const string Left = "Left";

    private const int Kept = 5;

    public static TurnResult<Person> Received(TeacherReplied replied, TurnContext<Person> context)
    {
        var person = context.Person;
        if (StudentIn(replied.Class, person) is not { } membership)
            return Lost(Left);
        if (person.Chat is null || person.Unreachable is not null)
            return Lost(person.Unreachable ?? "NoConversation");

        var zone = LocalTime.Knows(person.TimeZone) ? person.TimeZone : membership.Schedule?.Zone;
        var reply = new TeacherReply(
            replied.ReplyId,
            replied.Class,
            replied.Teacher,
            replied.TeacherName,
            replied.Text,
            context.Now
        )
        {
            ShowAt = (context.Person.Quiet ?? QuietHours.Night).FreeFrom(context.Now, zone),
            Before = replied.IsBeside ? 0 : Exchange.Before(person, replied.Class, replied.Teacher, context.Now),
            Feedback = replied.Feedback,
        };
        var other = SentReplies.OfOthers(person, replied.Class, replied.Teacher);
        List<TeacherReply> all = [.. person.TeacherReplies, reply];
        var old = Math.Max(0, all.Count - Kept);
        var next = person with { TeacherReplies = all };
        if (!replied.IsBeside)
            next = Dealt(next, replied.Class, replied.Teacher, context.Now);
        return Due(context with { Head = next with { TeacherReplies = [.. next.TeacherReplies.Skip(old)] } }) with
        {
            Archive = [.. next.TeacherReplies.Take(old).Select(Archived)],
            Messages =
                replied.After is { } seen && other is not null && other.Id != seen
                    ? [new(replied.Teacher, new RepliesMet(replied.Class, person.Name, other.TeacherName))]
                    : [],
        };

        TurnResult<Person> Lost(string why) =>
            new(person)
            {
                Messages = [new(replied.Teacher, new ReplyLost(replied.ReplyId, replied.Class, person.Name, why))],
            };
    }

    /// <summary>Dealt with, without a word to the student.</summary>
    public static TurnResult<Person> Received(ReflectionHandled handled, TurnContext<Person> context) =>
        new(
            StudentIn(handled.Class, context.Person) is null
                ? context.Person
                : Dealt(context.Person, handled.Class, handled.Teacher, context.Now)
        );

    /// <summary>Shows what waited for the end of the night.</summary>
    public static TurnResult<Person> Due(TurnContext<Person> context)
    {
        var person = context.Person;
        var due = person.TeacherReplies.Where(reply => reply.ShowAt <= context.Now).ToList();
        if (due.Count == 0 || person.Chat is not { } chat)
            return new(person);
        var shown = person with
        {
            TeacherReplies =
            [
                .. person.TeacherReplies.Select(reply =>
                    due.Contains(reply) ? reply with { ShowAt = null, ShownAt = context.Now } : reply
                ),
            ],
        };
        return new(
            shown,
            [
                .. due.Select(reply => new Elsewhere(
                    chat,
                    new Show(
                        AnswerCards.Of(
                            reply,
                            Earlier(person, reply),
                            ClassName(person, reply),
                            context.Turn,
                            context.Voice
                        ),
                        AnswerCards.Title(reply, context.Voice)
                    ),
                    OutboxPolicy.Reply
                )
                {
                    About = reply.Id,
                }),
            ]
        );
    }

    /// <summary>
    /// Whoever does anything in the chat has seen what stands in it. What was lost is told, and waits for an answer
    /// again.
    /// </summary>
    public static TurnResult<Person> Settle(TurnResult<Person> result, TurnContext<Person> context)
    {
        var person = result.Person;
        if (context.Turn.Input is Said or SaidNothing or Tapped && person.TeacherReplies.Any(reply => reply.IsUnread))
        {
            person = person with
            {
                TeacherReplies =
                [
                    .. person.TeacherReplies.Select(reply =>
                        reply.IsUnread ? reply with { SeenAt = context.Now } : reply
                    ),
                ],
            };
        }

        var lost = person.TeacherReplies.Where(reply => reply.LostBecause is not null).ToList();
        return lost.Count == 0
            ? result with
            {
                Head = person,
            }
            : result with
            {
                Head = person with
                {
                    TeacherReplies = [.. person.TeacherReplies.Except(lost)],
                    Reflections =
                    [
                        .. person.Reflections.Select(one =>
                            lost.Exists(reply => reply.Class == one.Class && reply.At == one.HandledAt)
                                ? one with
                                {
                                    HandledAt = null,
                                }
                                : one
                        ),
                    ],
                },
                Messages =
                [
                    .. result.Messages,
                    .. lost.Select(reply => new Addressed(
                        reply.Teacher,
                        new ReplyLost(reply.Id, reply.Class, person.Name, reply.LostBecause!)
                    )),
                ],
            };
    }

    public static TurnResult<Person> Thanks(CardData data, TurnContext<Person> context) =>
        context.Person.TeacherReplies.FirstOrDefault(reply => reply.Id == data.Text("reply")) is { } reply
            ? new(
                context.Person,
                new Replace(
                    AnswerCards.Thanked(reply, ClassName(context.Person, reply), context.Voice),
                    AnswerCards.Title(reply, context.Voice)
                )
            )
            : new(context.Person, new Notice(context.Voice["Tap.Gone"]));

    private static Membership? StudentIn(DocumentKey key, Person person) =>
        person.Classes.FirstOrDefault(one => one.Class == key && one.Role == MemberRole.Student);

    /// <summary>What was written back is dealt with by the teacher it was for.</summary>
    private static Person Dealt(Person person, DocumentKey key, DocumentKey? teacher, DateTimeOffset now) =>
        person with
        {
            TeacherReplies =
            [
                .. person.TeacherReplies.Select(reply =>
                    reply.Class == key
                    && reply.Teacher == teacher
                    && reply is { Answer: not null, AnswerHandledAt: null }
                        ? reply with
                        {
                            AnswerHandledAt = now,
                        }
                        : reply
                ),
            ],
            Reflections =
            [
                .. person.Reflections.Select(one =>
                    one.Class == key && one.HandledAt is null ? one with { HandledAt = now } : one
                ),
            ],
        };

    /// <summary>What the student had written, which this answers; null where it begins an exchange.</summary>
    private static string? Earlier(Person person, TeacherReply reply) =>
        reply.Before == 0
            ? null
            : person
                .TeacherReplies.TakeWhile(one => one.Id != reply.Id)
                .LastOrDefault(one => one.Class == reply.Class && one.Teacher == reply.Teacher)
                ?.Answer;

    public static string? ClassName(Person person, TeacherReply reply) =>
        person.Classes.FirstOrDefault(one => one.Class == reply.Class)?.ClassName;

    private static ArchiveEntry Archived(TeacherReply reply) =>
        new($"reply:{reply.Id}", JsonSerializer.SerializeToUtf8Bytes(reply, ReplyJson.Default.TeacherReply));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(TeacherReply))]
internal sealed partial class ReplyJson : JsonSerializerContext;
