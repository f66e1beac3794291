using Milestones.Conversations;
using Milestones.Outbox;
using Milestones.People;

namespace Milestones.Classes;

/// <summary>Opens everybody's private chat without writing in it, and tells the teacher who can be reached and who can't.</summary>
internal static class ClassCheck
{
    private const int Tries = 3;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <param name="all">False tries only those again who could not be reached, and those never tried.</param>
    public static Classroom Begin(Classroom classroom, PersonId by, bool all, DateTimeOffset now) => classroom with
    {
        Members = [.. classroom.Members.Select(member => all || member.Unreachable is not null ? member with { Checked = false } : member)],
        CheckDueAt = now,
        CheckTries = 0,
        ReportTo = by.ObjectId,
    };

    public static ClassResult Take(ChatsOpened opened, ClassContext context)
    {
        var classroom = context.Classroom;
        var chats = opened.Chats.DistinctBy(chat => chat.ObjectId).ToDictionary(chat => chat.ObjectId, StringComparer.Ordinal);
        var tries = opened.Chats.Any(chat => chat.TryAgain) ? classroom.CheckTries + 1 : 0;
        List<Member> members = [.. classroom.Members.Select(member => chats.TryGetValue(member.ObjectId, out var chat) ? After(member, chat, giveUp: tries >= Tries) : member)];
        var open = members.Exists(member => !member.Checked);
        var next = classroom with
        {
            Members = members,
            CheckTries = open ? tries : 0,
            CheckDueAt = !open ? null : tries == 0 ? context.Now : context.Now + (Wait * tries),
        };
        return open || classroom.ReportTo is not { } teacher ? new(next) : new(next with { ReportTo = null }, Report(next, teacher, context));
    }

    private static Member After(Member member, OpenedChat chat, bool giveUp) => chat switch
    {
        // Their own document learns where they are reached when it did not know.
        { ChatId: { } id } => member with { ChatId = id, Unreachable = null, Checked = true, Knows = member.Unreachable is null ? member.Knows : 0 },
        { TryAgain: true } when !giveUp => member,
        _ => member with { Unreachable = chat.Why, Checked = true },
    };

    private static Elsewhere[] Report(Classroom classroom, string teacher, ClassContext context)
    {
        var voice = context.Others.Person(classroom.KeyOf(teacher)) is { } person ? VoiceOf.Person(person) : context.Voice;
        return classroom.Find(teacher) is { Unreachable: null } member && classroom.ChatOf(member) is { } chat
                ? [new(chat, new Show(ReportCards.Of(classroom, 0, voice), voice["Report.Title"]), OutboxPolicy.Post)]
            : classroom.Chat is { } channel ? [new(channel, new Say(voice["Report.OpenChat"]), OutboxPolicy.Post)]
            : [];
    }
}
