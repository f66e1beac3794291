using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>What became of the chats that were opened, and the report on it to the teacher who waits for one.</summary>
internal static class CheckHandler
{
    /// <summary>
    /// After so many rounds in which nothing came of it the teacher gets the report as it stands; trying goes on.
    /// </summary>
    private const int Tries = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>For the channel's own message, which the report is about too.</summary>
    private static readonly TimeSpan WaitForPost = TimeSpan.FromSeconds(5);

    public static TurnResult<Classroom> Take(ChatsOpened opened, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        var chats = opened
            .Chats.DistinctBy(chat => chat.ObjectId)
            .ToDictionary(chat => chat.ObjectId, StringComparer.Ordinal);
        var tries = opened.Chats.Any(chat => !chat.TryAgain) ? 0 : classroom.CheckTries + 1;
        List<Member> members =
        [
            .. classroom
                .Members.Select(member =>
                    chats.TryGetValue(member.ObjectId, out var chat) ? After(member, chat) : member
                )
                .Select(member =>
                    tries >= Tries && !member.Checked ? member with { Unreachable = OpenedChat.NoAnswer } : member
                ),
        ];
        var open = members.Exists(member => !member.Checked);
        var posting =
            tries < Tries
            && classroom.Outbox.Entries.Any(entry =>
                entry.To is { } to && to.ConversationId == classroom.NewsChannel?.ConversationId
            );
        var next = classroom with
        {
            Members = members,
            CheckTries = open || posting ? tries : 0,
            CheckDueAt =
                open ? context.Now + Wait(tries)
                : posting ? context.Now + WaitForPost
                : null,
        };
        return (open || posting) && tries < Tries || classroom.ReportTo is not { } teacher
            ? new(next)
            : new(next with { ReportTo = null }, Report(next, teacher, context));
    }

    private static Member After(Member member, OpenedChat chat) =>
        chat switch
        {
            // Their own document learns where they are reached when it did not know.
            { ChatId: { } id } => member with
            {
                ChatId = id,
                Unreachable = null,
                Checked = true,
                AccountId = AccountOf(member),
                Knows = member.Unreachable is null ? member.Knows : 0,
            },
            _ => member with
            {
                Unreachable = chat.Why,
                Checked = !chat.TryAgain,
                AccountId = chat.TryAgain ? member.AccountId : AccountOf(member),
            },
        };

    /// <summary>A teacher's is kept: by it they are looked for in the team whenever they act.</summary>
    private static string? AccountOf(Member member) => member.Role == MemberRole.Teacher ? member.AccountId : null;

    private static TimeSpan Wait(int tries)
    {
        var wait = tries == 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(tries - 1, 10));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static Elsewhere[] Report(Classroom classroom, string teacher, TurnContext<Classroom> context)
    {
        var person = context.Others.Person(classroom.KeyOf(teacher));
        var voice = person is null ? context.Voice : VoiceOf.Person(person);
        return classroom.WhereToTell(teacher, person) is { } chat
                ? [new(chat, new Show(ReportCards.Of(classroom, 0, voice), voice["Report.Title"]), OutboxPolicy.Post)]
            : classroom.Chat is { } channel ? [new(channel, new Say(voice["Report.OpenChat"]), OutboxPolicy.Post)]
            : [];
    }
}
