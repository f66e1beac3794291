using Milestones.Conversations;

namespace Milestones.Classes;

/// <summary>What happens to the team itself: the bot comes and goes, people come and go, it is renamed, archived, deleted.</summary>
internal static class ClassHandler
{
    /// <summary>Teachers remove and add again; within this time the class is the same one, and nobody is welcomed twice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public static ClassResult Installed(ClassContext context)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        var again = classroom.WelcomedAt is not null && (classroom.InactiveSince is not { } since || now - since < Grace);
        var next = classroom with
        {
            // Whoever adds the bot again does not take a class over that has its teachers.
            InstalledBy = again ? classroom.InstalledBy : context.Turn.Person,
            AddedTeachers = again ? classroom.AddedTeachers : [],
            WelcomedAt = again ? classroom.WelcomedAt : now,
            InactiveSince = null,
            RosterDueAt = now,
            RosterTries = 0,
        };
        return again ? new(next) : new(next, new Show(ClassCards.Welcome(next, context.Turn.Name, context.Voice), context.Voice["Class.Welcome.Title"]));
    }

    public static ClassResult Uninstalled(ClassContext context) => new(Asleep(context.Classroom, context.Now));

    public static ClassResult Changed(TeamChanged change, ClassContext context)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        return new(change.Event switch
        {
            "teamMemberAdded" => classroom with { RosterDueAt = now },
            "teamMemberRemoved" => Removed(classroom, change.Removed, now),
            "teamRenamed" => classroom with { Name = change.Name ?? classroom.Name },
            "teamArchived" or "teamDeleted" or "teamHardDeleted" => Asleep(classroom, now),
            "teamUnarchived" or "teamRestored" => classroom with { InactiveSince = null, RosterDueAt = now, RosterTries = 0 },
            _ => classroom,
        });
    }

    private static Classroom Removed(Classroom classroom, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        var left = classroom.Members.Where(member => ids.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase)).ToList();
        return Roster.Without(classroom, left, now) with { RosterDueAt = left.Count < ids.Count ? now : classroom.RosterDueAt };
    }

    /// <summary>Nothing more is sent on behalf of the class; what it knows is kept. Open alerts go on: somebody still has to look.</summary>
    private static Classroom Asleep(Classroom classroom, DateTimeOffset now) => !classroom.IsActive ? classroom : classroom with
    {
        InactiveSince = now,
        RosterDueAt = null,
        CheckDueAt = null,
        ReportTo = null,
        Leaving = [.. classroom.Leaving.Union(classroom.Members.Where(member => member.Knows > 0).Select(member => member.ObjectId))],
        Members = [.. classroom.Members.Select(member => member with { Knows = 0, Checked = false })],
    };
}
