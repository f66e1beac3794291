using Milestones.Conversations;
using Milestones.Outbox;
using Milestones.People;

namespace Milestones.Classes;

/// <summary>Opens everybody's private chat without writing in it, and tells the teacher who can be reached and who can't.</summary>
internal static class ClassCheck
{
    /// <summary>After so many rounds in which nothing came of it the teacher gets the report as it stands; trying goes on.</summary>
    private const int Tries = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>For the channel's own message, which the report is about too.</summary>
    private static readonly TimeSpan WaitForPost = TimeSpan.FromSeconds(5);

    /// <summary>Who is tried next: those never tried come before those whose chat did not open.</summary>
    public static IEnumerable<Member> Waiting(Classroom classroom) => classroom.Members.Where(member => !member.Checked).OrderBy(member => member.Unreachable is not null);

    /// <param name="all">False tries only those again who could not be reached, and those never tried.</param>
    public static Classroom Begin(Classroom classroom, PersonId by, bool all, DateTimeOffset now) => classroom with
    {
        Members = [.. classroom.Members.Select(member => all || member.Unreachable is not null ? member with { Checked = false } : member)],
        CheckDueAt = now,
        CheckTries = 0,
        ReportTo = by.ObjectId,
    };

    /// <summary>Who came since the set-up is tried without a report.</summary>
    public static Classroom Newcomers(Classroom classroom, DateTimeOffset now) =>
        classroom.Settings is null || classroom.Members.All(member => member.Checked) ? classroom : classroom with { CheckDueAt = now, CheckTries = 0 };

    public static ClassResult Take(ChatsOpened opened, ClassContext context)
    {
        var classroom = context.Classroom;
        var chats = opened.Chats.DistinctBy(chat => chat.ObjectId).ToDictionary(chat => chat.ObjectId, StringComparer.Ordinal);
        var tries = opened.Chats.Any(chat => !chat.TryAgain) ? 0 : classroom.CheckTries + 1;
        List<Member> members = [.. classroom.Members
            .Select(member => chats.TryGetValue(member.ObjectId, out var chat) ? After(member, chat) : member)
            .Select(member => tries >= Tries && !member.Checked ? member with { Unreachable = OpenedChat.NoAnswer } : member)];
        var open = members.Exists(member => !member.Checked);
        var posting = tries < Tries && classroom.Outbox.Entries.Any(entry => entry.To is { } to && to.ConversationId == classroom.NewsChannel?.ConversationId);
        var next = classroom with
        {
            Members = members,
            CheckTries = open || posting ? tries : 0,
            CheckDueAt = open ? context.Now + Wait(tries) : posting ? context.Now + WaitForPost : null,
        };
        return (open || posting) && tries < Tries || classroom.ReportTo is not { } teacher ? new(next) : new(next with { ReportTo = null }, Report(next, teacher, context));
    }

    private static Member After(Member member, OpenedChat chat) => chat switch
    {
        // Their own document learns where they are reached when it did not know.
        { ChatId: { } id } => member with { ChatId = id, Unreachable = null, Checked = true, Knows = member.Unreachable is null ? member.Knows : 0 },
        _ => member with { Unreachable = chat.Why, Checked = !chat.TryAgain },
    };

    private static TimeSpan Wait(int tries)
    {
        var wait = tries == 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(tries - 1, 10));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static Elsewhere[] Report(Classroom classroom, string teacher, ClassContext context)
    {
        var voice = context.Others.Person(classroom.KeyOf(teacher)) is { } person ? VoiceOf.Person(person) : context.Voice;
        return classroom.Find(teacher) is { Unreachable: null } member && classroom.ChatOf(member) is { } chat
                ? [new(chat, new Show(ReportCards.Of(classroom, 0, voice), voice["Report.Title"]), OutboxPolicy.Post)]
            : classroom.Chat is { } channel ? [new(channel, new Say(voice["Report.OpenChat"]), OutboxPolicy.Post)]
            : [];
    }
}
