using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// An administrator's code, sent by whoever is to teach this class. The class alone decides what it is worth.
/// </summary>
internal static class CodeHandler
{
    public static TurnResult<Classroom> Given(CodeGiven given, TurnContext<Classroom> context)
    {
        var (classroom, turn) = (context.Classroom, context.Turn);
        var why =
            given.ExpiresAt <= context.Now || classroom.UsedCodes.Any(used => used.Mark == given.Mark)
                ? "Class.Code.Unknown"
            : !classroom.IsActive ? "Class.NotHere"
            : given.Presence == Presence.Gone ? "Class.Code.NotInTeam"
            : given.Seen is null ? "Class.NotChecked"
            : null;
        return why is null
            ? Redeemed(given, given.Seen!, context)
            : new(classroom, Told(given, context.Voice[why]))
            {
                Archive = [TeacherAudit.Entry("codeRefused", turn.Person.ObjectId, [], [], turn)],
            };
    }

    private static TurnResult<Classroom> Redeemed(CodeGiven given, SeenPerson seen, TurnContext<Classroom> context)
    {
        var (classroom, voice, now) = (context.Classroom, context.Voice, context.Now);
        var member = classroom.Find(seen.ObjectId) ?? new Member(seen.ObjectId, seen.Name, MemberRole.Unconfirmed);
        var known = member with
        {
            SeenAt = now,
            IsRefused = false,
            ChatId = given.Chat is { ConversationType: "personal" } chat ? chat.ConversationId : member.ChatId,
        };
        var next = Teachers.Redeem(
            classroom with
            {
                UsedCodes =
                [
                    .. classroom.UsedCodes.Where(used => used.ExpiresAt > now),
                    new UsedCode(given.Mark, given.ExpiresAt),
                ],
                Members = [.. classroom.Members.Where(one => one.ObjectId != known.ObjectId), known],
                RosterDueAt = now,
                RosterTries = 0,
            },
            known.ObjectId,
            now
        );
        var name = known.Name ?? voice["Class.Somebody"];
        return new(
            next,
            [
                .. Told(given, voice.Say("Class.Code.Done", ("class", classroom.Name ?? voice["Class.NoName"]))),
                .. next.NewsChannel is { } channel
                    ? [new Elsewhere(channel, new Say(voice.Say("Class.Code.Post", ("name", name))), OutboxPolicy.Post)]
                    : Array.Empty<Reply>(),
            ]
        )
        {
            Archive = [TeacherAudit.Entry("codeUsed", known.ObjectId, [known.ObjectId], [], context.Turn)],
        };
    }

    private static Reply[] Told(CodeGiven given, string text) =>
        given.Chat is { } chat ? [new Elsewhere(chat, new Say(text), OutboxPolicy.Reply)] : [];
}
