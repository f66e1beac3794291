using System.Text.Json;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// Brings every member what their own document is to know of the class, and those who left that they are out. A few at
/// a time, so that
/// the unsent part of the document stays small however large the class is.
/// </summary>
internal static class Telling
{
    /// <summary>Bytes of messages that may wait in the document at once.</summary>
    private const int Room = 8 * 1024;

    /// <summary>More names than this nobody reads on a card.</summary>
    private const int Readers = 4;

    /// <summary>An entry around its message.</summary>
    private const int Envelope = 250;

    /// <param name="before">The class as it was before the turn: what members know changes when this and
    /// <paramref name="result"/> differ.</param>
    public static TurnResult<Classroom> Run(Classroom before, TurnResult<Classroom> result, DateTimeOffset now)
    {
        var next = result.Head;
        var contacts = Contacts.AreThere(next);
        List<string> readers = [.. Teachers.Reading(next).Select(member => member.Name).OfType<string>().Take(Readers)];
        if (
            (before.Name, before.Settings, before.ToldContacts, before.ConferenceOn)
                != (next.Name, next.Settings, contacts, next.ConferenceOn)
            || !before.ToldReaders.SequenceEqual(readers)
        )
        {
            next = next with { Revision = next.Revision + 1, ToldContacts = contacts, ToldReaders = readers };
        }

        var room =
            Room
            - next.Outbox.Entries.Where(entry => entry.ToDocument is not null)
                .Sum(entry => entry.Activity.Utf8.Length + Envelope);
        var messages = new List<Addressed>();
        var leaving = new List<string>();
        foreach (var person in next.Leaving)
        {
            if (Fits(new(next.KeyOf(person), new LeftClass(next.Key))))
                continue;
            leaving.Add(person);
        }

        List<Member> members =
        [
            .. next.Members.Select(member =>
                Wants(member, next) && Fits(Joined(member, next)) ? Knowing(member, next) : member
            ),
        ];
        members =
        [
            .. members.Select(member =>
                WantsUnits(member, next) && Fits(new(next.KeyOf(member.ObjectId), new UnitsTold(next.Key)))
                    ? member with
                    {
                        KnowsUnits = next.UnitsRevision,
                    }
                    : member
            ),
        ];
        members =
        [
            .. members.Select(member =>
                WantsTasks(member, next) && Fits(new(next.KeyOf(member.ObjectId), new TasksTold(next.Key)))
                    ? member with
                    {
                        KnowsTasks = next.TasksRevision,
                    }
                    : member
            ),
        ];
        var more =
            leaving.Count > 0
            || members.Exists(member => Wants(member, next) || WantsUnits(member, next) || WantsTasks(member, next));
        return result with
        {
            Head = next with { Members = members, Leaving = leaving, TellAt = more ? now : null },
            Messages = [.. result.Messages, .. messages],
        };

        bool Fits(Addressed message)
        {
            if (room <= 0)
                return false;
            room -=
                JsonSerializer.SerializeToUtf8Bytes(message.Message, MessageJson.Default.DocumentMessage).Length
                + Envelope;
            messages.Add(message);
            return true;
        }
    }

    /// <summary>
    /// Students hear of a class when it is set up and their chat was tried; teachers as soon as they are known.
    /// </summary>
    private static bool Wants(Member member, Classroom classroom) =>
        classroom.IsActive
        && member.Knows != classroom.Revision
        && (classroom.Settings is null ? member.Role == MemberRole.Teacher : member.Checked);

    private static bool WantsUnits(Member member, Classroom classroom) =>
        Hears(member, classroom) && member.KnowsUnits != classroom.UnitsRevision;

    private static bool WantsTasks(Member member, Classroom classroom) =>
        Hears(member, classroom) && member.KnowsTasks != classroom.TasksRevision;

    /// <summary>Students who know the class already hear of its units and tasks.</summary>
    private static bool Hears(Member member, Classroom classroom) =>
        classroom is { IsActive: true, Settings: not null } && member is { Role: MemberRole.Student, Knows: > 0 };

    private static Addressed Joined(Member member, Classroom classroom) =>
        new(
            classroom.KeyOf(member.ObjectId),
            new JoinedClass(
                new Membership(
                    classroom.Key,
                    classroom.Name ?? string.Empty,
                    member.Role,
                    classroom.Settings?.Schedule,
                    classroom.Settings?.Band,
                    classroom.ToldContacts
                )
                {
                    Readers = classroom.ToldReaders,
                    InvitesSharing = classroom.Settings?.InvitesSharing ?? false,
                    ConferenceOn = classroom.ConferenceOn,
                    HasNoPeerFeedback = classroom.Settings?.HasNoPeerFeedback ?? false,
                },
                member.Name,
                classroom.ChatOf(member),
                classroom.Locale
            )
        );

    /// <summary>From now on the student's own document knows where they are reached.</summary>
    private static Member Knowing(Member member, Classroom classroom) =>
        member with
        {
            Knows = classroom.Revision,
            ChatId = member.Role == MemberRole.Teacher ? member.ChatId : null,
        };
}
