using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// What a student writes after a teacher's answer goes to that teacher. Where it may be for the coach instead, it is
/// asked first: words are never sent to somebody they were not meant for.
/// </summary>
internal static class WritingBack
{
    /// <summary>An answer older than this is not written back to without asking.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>The answers that may be written back to now, newest last.</summary>
    public static IReadOnlyList<TeacherReply> Open(Person person) =>
        [.. person.TeacherReplies.Where(reply => reply.Listens)];

    /// <summary>The one teacher the words can only be for; null where it is to be asked.</summary>
    public static TeacherReply? Only(TurnContext<Person> context) =>
        Open(context.Person) is [var only] && context.Now - only.ShownAt < Fresh ? only : null;

    public static TurnResult<Person> Send(TeacherReply reply, string text, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (text.Length > ReplyForm.MaxLength)
        {
            return new(
                person,
                new Say(voice.Say("FromTeacher.TooLong", ("length", text.Length), ("max", ReplyForm.MaxLength)))
            );
        }

        return new(
            With(person, reply with { Answer = text, AnsweredAt = context.Now, SeenAt = reply.SeenAt ?? context.Now }),
            new Say(
                voice.Say(reply.IsLastTurn ? "FromTeacher.WentLast" : "FromTeacher.Went", ("name", Name(reply, voice)))
            )
        )
        {
            Messages = [new(reply.Teacher, new StudentAnswered(reply.Id, reply.Class, person.Id, person.Name))],
        };
    }

    /// <summary>For whom is it?</summary>
    public static TurnResult<Person> Ask(TurnContext<Person> context)
    {
        var (voice, open) = (context.Voice, Open(context.Person).DistinctBy(reply => reply.Teacher).ToList());
        return new(
            context.Person with
            {
                AskedForWhom = new(context.Heard.Text, [.. open.Select(reply => reply.Id)]),
            },
            new Say(
                open is [var only]
                    ? voice.Say("FromTeacher.IsItFor", ("name", Name(only, voice)))
                    : voice["FromTeacher.ForWhom"],
                [.. open.Select(reply => Label(reply, voice)), voice["FromTeacher.ToNobody"]]
            )
        );
    }

    /// <summary>What was chosen; null where the words are new ones.</summary>
    /// <param name="context">With the question over.</param>
    public static TurnResult<Person>? Chosen(AskedForWhom asked, TurnContext<Person> context)
    {
        var (voice, said) = (context.Voice, context.Heard.Text.Trim());
        var replies = context
            .Person.TeacherReplies.Where(reply => asked.Replies.Contains(reply.Id) && reply.MayBeAnswered)
            .ToList();
        var chosen =
            replies.Find(reply => Is(Label(reply, voice)))
            ?? (replies is [var only] && context.Heard.YesNo == YesNo.Yes ? only : null);
        return chosen is not null ? Send(chosen, asked.Text, context)
            : Is(voice["FromTeacher.ToNobody"]) || context.Heard.YesNo == YesNo.No
                ? new(context.Person, new Say(voice["FromTeacher.NotSent"]))
            : null;

        bool Is(string label) => label.Equals(said, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The teacher does not teach here any more, or has no chat: the student is told so.</summary>
    public static TurnResult<Person> Lost(AnswerLost lost, TurnContext<Person> context) =>
        context.Person.TeacherReplies.FirstOrDefault(reply => reply.Id == lost.ReplyId) is { AnswerHandledAt: null } to
        && context.Person.Chat is not null
            ? new(
                With(context.Person, to with { AnswerHandledAt = context.Now }),
                new Say(context.Voice.Say("FromTeacher.DidNotReach", ("name", Name(to, context.Voice))))
            )
            : new(context.Person);

    /// <summary>
    /// The teacher has looked, and may not answer: their card in the student's chat says so in its place.
    /// </summary>
    public static TurnResult<Person> Seen(AnswerSeen seen, TurnContext<Person> context)
    {
        if (
            context.Person.TeacherReplies.FirstOrDefault(reply => reply.Id == seen.ReplyId)
            is not { Answer: not null, AnswerSeenAt: null } reply
        )
        {
            return new(context.Person);
        }

        var read = reply with { AnswerSeenAt = context.Now };
        var person = With(context.Person, read);
        return read.ActivityId is { } card && person is { Chat: { } chat, Unreachable: null }
            ? new(
                person,
                new Elsewhere(
                    chat,
                    new Show(
                        AnswerCards.Read(read, AnswerHandler.ClassName(person, read), context.Turn, context.Voice),
                        AnswerCards.Title(read, context.Voice)
                    ),
                    OutboxPolicy.Reply
                )
                {
                    Updates = card,
                }
            )
            : new(person);
    }

    /// <summary>
    /// Whoever goes on to something else has not written back. A question about heavy words in between does not count:
    /// the answer may come after it.
    /// </summary>
    public static Person Settled(Person after, TurnContext<Person> context)
    {
        if (context.Turn.Input is not (Said or Tapped))
            return after;
        var asked = ReferenceEquals(after.AskedForWhom, context.Person.AskedForWhom) ? null : after.AskedForWhom;
        var goesOn =
            context.Turn.Input is not Tapped { Verb: TeacherVerbs.Thanks }
            && asked is null
            && after.Heavy is not { IsOpen: true }
            && context.Person.Heavy is not { IsOpen: true };
        return after with
        {
            AskedForWhom = asked,
            TeacherReplies = goesOn
                ?
                [
                    .. after.TeacherReplies.Select(reply =>
                        reply.Listens && context.Person.TeacherReplies.Any(one => one.Id == reply.Id && one.Listens)
                            ? reply with
                            {
                                ClosedAt = context.Now,
                            }
                            : reply
                    ),
                ]
                : after.TeacherReplies,
        };
    }

    private static Person With(Person person, TeacherReply changed) =>
        person with
        {
            TeacherReplies = [.. person.TeacherReplies.Select(one => one.Id == changed.Id ? changed : one)],
        };

    private static string Label(TeacherReply reply, Voice voice) =>
        voice.Say("FromTeacher.SendIt", ("name", Name(reply, voice)));

    private static string Name(TeacherReply reply, Voice voice) =>
        reply.TeacherName ?? voice["FromTeacher.YourTeacher"];
}
