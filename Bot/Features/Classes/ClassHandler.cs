using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>What happens to the team itself: the bot comes and goes, people come and go, it is renamed, archived, deleted.</summary>
internal static class ClassHandler
{
    /// <summary>Teachers remove and add again; within this time the class is the same one, and nobody is welcomed twice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    private static readonly TimeSpan SoonAfter = TimeSpan.FromMinutes(1);

    public static ClassResult Installed(ClassContext context)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        var again = classroom.WelcomedAt is not null && (classroom.InactiveSince is not { } since || now - since < Grace);
        var next = classroom with
        {
            // Whoever adds the bot again does not take a class over that has its teachers.
            InstalledBy = again && classroom.Members.Any(member => member.Role == MemberRole.Teacher) ? classroom.InstalledBy : context.Turn.Person,
            AddedTeachers = again ? classroom.AddedTeachers : [],
            WelcomedAt = again ? classroom.WelcomedAt : now,
            InactiveSince = null,
            RosterDueAt = now,
            RosterTries = 0,
            Locale = context.Turn.Locale ?? classroom.Locale,
        };
        return again ? new(next) : new(next, new Show(ClassCards.Welcome(next, context.Turn.Name, context.Voice), context.Voice["Class.Welcome.Title"]));
    }

    public static ClassResult Uninstalled(ClassContext context) => new(Roster.Asleep(context.Classroom, context.Now));

    public static ClassResult Changed(TeamChanged change, ClassContext context)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        var next = change.Event switch
        {
            "teamMemberAdded" => classroom with { RosterDueAt = now },
            "teamMemberRemoved" => Removed(classroom, change.Removed, now),
            "channelCreated" or "channelRenamed" or "channelRestored" => classroom with { RosterDueAt = now },
            "channelDeleted" => WithoutChannel(classroom, change.ChannelId) with { RosterDueAt = now },
            "teamRenamed" => classroom with { Name = change.Name ?? classroom.Name },
            "teamArchived" or "teamDeleted" or "teamHardDeleted" => Roster.Asleep(classroom, now),
            "teamUnarchived" or "teamRestored" => classroom with { InactiveSince = null, RosterDueAt = now, RosterTries = 0 },
            _ => classroom,
        };
        return new(next.IsActive ? next : next with { RosterDueAt = null });
    }

    private static Classroom Removed(Classroom classroom, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        var left = classroom.Members.Where(member => ids.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase)).ToList();

        // A reading that is under way, or comes too soon, may see them still.
        return Roster.Without(classroom, left, now) with { RosterDueAt = now + SoonAfter };
    }

    /// <summary>A team has General for ever; its id is the team's.</summary>
    private static Classroom WithoutChannel(Classroom classroom, string? channelId) => classroom with
    {
        Chat = classroom.Chat is { } here && here.ConversationId == channelId ? here with { ConversationId = classroom.TeamId } : classroom.Chat,
        Channels = [.. classroom.Channels.Where(channel => channel.Id != channelId)],
    };
}
