using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.Features.Safety;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>Everything that can happen to a class, in one table.</summary>
internal sealed class ClassRouter(AlertOptions alerts)
{
    /// <summary>The documents beside the class's own: those of the adults who are told of a concern, and of a teacher who waits for a report.</summary>
    public IReadOnlyCollection<DocumentKey> Needs(Classroom classroom, Turn turn) => turn.Input switch
    {
        Received { Message: AlertRaised or AlertHandling } => AlertRules.Adults(classroom, alerts),
        ChatsOpened when classroom.ReportTo is { } teacher => [.. Due(classroom, turn), classroom.KeyOf(teacher)],
        Rang => Due(classroom, turn),
        _ => [],
    };

    private IReadOnlyCollection<DocumentKey> Due(Classroom classroom, Turn turn) =>
        classroom.Alerts.Any(alert => alert.NextAt <= turn.Now) ? AlertRules.Adults(classroom, alerts) : [];

    public Ruled<Classroom> Run(Classroom loaded, Turn turn, OtherDocuments others)
    {
        var classroom = turn.Conversation is { } here ? Met(loaded, here, turn) : loaded;
        var voice = new Voice(Voice.CultureFor(turn.Locale ?? classroom.Locale), GradeBand.Grades9To12);
        var context = new ClassContext(classroom, turn, voice, others);
        var result = Telling.Run(loaded, AlertRules.Remind(Route(context), context, alerts), turn.Now);
        return new(result.Next, result.Replies, result.Messages, result.Archive);
    }

    private ClassResult Route(ClassContext context) => context.Turn.Input switch
    {
        Installed => ClassHandler.Installed(context),
        Uninstalled => ClassHandler.Uninstalled(context),
        TeamChanged change => ClassHandler.Changed(change, context),
        Tapped { Verb: ClassVerbs.SetUp } => SetUpHandler.Open(context),
        Tapped { Verb: ClassVerbs.Save } tapped => SetUpHandler.Save(tapped.Data, context),
        Tapped => new(context.Classroom, new Notice(context.Voice["Tap.Gone"])),
        Said said when Commands.Read(said.Text) == Command.SetUpClass => SetUpHandler.Open(context),
        Said or SaidNothing => new(context.Classroom, context.Answer(new Say(context.Voice["Class.TalkInPrivate"]))),
        Edited => new(context.Classroom),
        Received { Message: var message } => Take(message, context),
        RosterRead or ChatsOpened when !context.Classroom.IsActive => new(context.Classroom),
        RosterRead read => Read(read, context),
        OwnersRead owners => new(Teachers.Take(context.Classroom, owners.Owners, context.Now)),
        ChatsOpened opened => CheckHandler.Take(opened, context),
        Rang => new(context.Classroom),
        _ => throw new System.Diagnostics.UnreachableException($"No route for {context.Turn.Input.GetType().Name}."),
    };

    private ClassResult Take(DocumentMessage message, ClassContext context) => message switch
    {
        AlertRaised raised => AlertRules.Raise(raised, context),
        AlertHandling handling => AlertRules.Handle(handling, context, alerts),
        AlertClosed closed => AlertRules.Close(closed, context),
        ClassSetUp setUp => SetUpHandler.Received(setUp, context),
        CheckAsked asked => SetUpHandler.CheckAgain(asked.By, context),
        HelpAsked asked => MembershipHandler.Pass(asked, context),
        RosterWanted => new(context.Classroom with { RosterDueAt = context.Classroom.IsActive ? context.Now : null }),
        _ => throw new System.Diagnostics.UnreachableException($"No class takes {message.GetType().Name}."),
    };

    /// <summary>A team that is too large is told once, where the button stands.</summary>
    private static ClassResult Read(RosterRead read, ClassContext context)
    {
        var next = Roster.Take(context.Classroom, read, context.Now);
        return next.RosterFault == RosterFault.TooLarge && context.Classroom.RosterFault != RosterFault.TooLarge
            ? new(next, new Say(context.Voice.Say("Class.TooLarge", ("most", Classroom.MostMembers))))
            : new(next);
    }

    /// <summary>
    /// Something came from the team. Who can write there has the bot in a team that is not archived, though the event that said so was missed;
    /// and a team whose roster nobody ever wanted is one whose beginning was missed.
    /// </summary>
    private static Classroom Met(Classroom loaded, ConversationReference here, Turn turn)
    {
        var met = loaded with
        {
            Chat = At(here, turn.Input is Installed ? null : loaded.Chat),
            Unreachable = null,
            InactiveSince = turn.Input is Said or SaidNothing ? null : loaded.InactiveSince,
        };
        return met is { IsActive: true, RosterDueAt: null } ? met with { RosterDueAt = turn.Now, RosterTries = 0 } : met;
    }

    /// <summary>Posts go to the channel the bot was added in, not into whichever thread spoke last; the service's address is the latest.</summary>
    private static ConversationReference At(ConversationReference here, ConversationReference? known) =>
        (known ?? here with { ConversationId = here.ConversationId.Split(';')[0] }) with { ServiceUrl = here.ServiceUrl };
}
