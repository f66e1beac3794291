using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Classes;

/// <summary>
/// What happens to the team itself: the bot comes and goes, people come and go, it is renamed, archived, deleted.
/// </summary>
internal static class ClassHandler
{
    /// <summary>
    /// Teachers remove and add again; within this time the class is the same one, and nobody is welcomed twice.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    private static readonly TimeSpan SoonAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Adding the bot makes nobody a teacher, but where the school wants that: then who does it first, before anybody
    /// was counted.
    /// </summary>
    public static TurnResult<Classroom> Installed(TurnContext<Classroom> context, ClassOptions options)
    {
        var (classroom, now) = (context.Classroom, context.Now);
        var again =
            classroom.WelcomedAt is not null && (classroom.InactiveSince is not { } since || now - since < Grace);
        var next = classroom with
        {
            InstalledBy =
                options is { InstallerIsTeacher: true, AsksGraph: false } && IsUntouched(classroom)
                    ? context.Turn.Person
                    : classroom.InstalledBy,
            WelcomedAt = again ? classroom.WelcomedAt : now,
            InactiveSince = null,
            RosterDueAt = now,
            RosterTries = 0,
            Locale = context.Turn.Locale ?? classroom.Locale,
        };
        return again
            ? new(next)
            : new(
                next,
                new Show(
                    ClassCards.Welcome(next, context.Turn.Name, options, context.Voice),
                    context.Voice["Class.Welcome.Title"]
                )
            );
    }

    public static TurnResult<Classroom> Uninstalled(TurnContext<Classroom> context) =>
        new(Roster.Away(context.Classroom, context.Now));

    /// <summary>
    /// Anybody in the channel may say that the class has the wrong teacher; then the school has to say.
    /// </summary>
    public static TurnResult<Classroom> NotOurTeacher(TurnContext<Classroom> context)
    {
        var (classroom, voice) = (context.Classroom, context.Voice);
        return classroom is not { Authority: Authority.Installer, LockedAt: null }
            ? new(classroom, new Notice(voice["Class.NotOurs.Gone"]))
            : new(
                Teachers.Distrust(classroom, context.Now),
                new Notice(voice["Class.NotOurs.Done"]),
                new Say(voice["Class.NotOurs.Post"])
            );
    }

    public static TurnResult<Classroom> Changed(TeamChanged change, TurnContext<Classroom> context)
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
            "teamUnarchived" or "teamRestored" => classroom with
            {
                InactiveSince = null,
                RosterDueAt = now,
                RosterTries = 0,
            },
            _ => classroom,
        };
        return new(next.IsActive ? next : next with { RosterDueAt = null });
    }

    public static TurnResult<Classroom> RosterWanted(TurnContext<Classroom> context) =>
        new(context.Classroom with { RosterDueAt = context.Classroom.IsActive ? context.Now : null });

    /// <summary>A team that is too large is told once, where the button stands.</summary>
    public static TurnResult<Classroom> Read(RosterRead read, TurnContext<Classroom> context)
    {
        var next = Roster.Take(context.Classroom, read, context.Now);
        return next.RosterFault == RosterFault.TooLarge && context.Classroom.RosterFault != RosterFault.TooLarge
            ? new(next, new Say(context.Voice.Say("Class.TooLarge", ("most", Classroom.MostMembers))))
            : new(next);
    }

    /// <summary>
    /// Something came from the team. Who can write there has the bot in a team that is not archived, though the event
    /// that said so was missed;
    /// and a team whose roster nobody ever wanted is one whose beginning was missed.
    /// </summary>
    public static Classroom Met(Classroom loaded, ConversationReference here, Turn turn)
    {
        var met = loaded with
        {
            Chat = At(here, turn.Input is Installed ? null : loaded.Chat),
            Unreachable = null,
            InactiveSince = turn.Input is Said or SaidNothing ? null : loaded.InactiveSince,
        };
        return met is { IsActive: true, RosterDueAt: null }
            ? met with
            {
                RosterDueAt = turn.Now,
                RosterTries = 0,
            }
            : met;
    }

    /// <summary>
    /// Posts go to the channel the bot was added in, not into whichever thread spoke last; the service's address is the
    /// latest.
    /// </summary>
    private static ConversationReference At(ConversationReference here, ConversationReference? known) =>
        (known ?? here with { ConversationId = here.ConversationId.Split(';')[0] }) with
        {
            ServiceUrl = here.ServiceUrl,
        };

    /// <summary>Nobody was ever counted here, and the bot never left.</summary>
    private static bool IsUntouched(Classroom classroom) =>
        classroom is { WelcomedAt: null, RosterReadAt: null, LockedAt: null, Members.Count: 0, Departed.Count: 0 };

    private static Classroom Removed(Classroom classroom, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        var left = classroom
            .Members.Where(member => ids.Contains(member.ObjectId, StringComparer.OrdinalIgnoreCase))
            .ToList();

        // A reading that is under way, or comes too soon, may see them still.
        return Roster.Without(classroom, left, now) with
        {
            RosterDueAt = now + SoonAfter,
        };
    }

    /// <summary>A team has General for ever; its id is the team's.</summary>
    private static Classroom WithoutChannel(Classroom classroom, string? channelId) =>
        classroom with
        {
            Chat =
                classroom.Chat is { } here && here.ConversationId == channelId
                    ? here with
                    {
                        ConversationId = classroom.TeamId,
                    }
                    : classroom.Chat,
            Channels = [.. classroom.Channels.Where(channel => channel.Id != channelId)],
        };
}
