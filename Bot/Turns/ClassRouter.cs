using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Features.Classes;
using Milestones.Features.Conferences;
using Milestones.Features.Criteria;
using Milestones.Features.Importing;
using Milestones.Features.Mastery;
using Milestones.Features.Peers;
using Milestones.Features.Safety;
using Milestones.Features.Schools;
using Milestones.Features.Teaching;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>Everything that can happen to a class: what its features' tables say, and the team's own events.</summary>
internal sealed class ClassRouter(SafetyRoutes safety, ClassRoutes classes, SchoolsRoutes schools, ClassOptions options)
{
    public RouteTable<Classroom> Routes { get; } =
        new(
            safety.Class,
            classes.Channel,
            CelebratingRoutes.Channel,
            ImportingRoutes.Class,
            TeachingRoutes.Class,
            MasteryRoutes.Class,
            ConferenceRoutes.Class,
            CriteriaRoutes.Class,
            PeerRoutes.Class,
            schools.Class
        );

    public TurnResult<Classroom> Run(Classroom loaded, Turn turn, OtherDocuments others)
    {
        var classroom = turn.Conversation is { } here ? ClassHandler.Met(loaded, here, turn) : loaded;
        var voice = VoiceFor(classroom, turn);
        var today = LocalTime.Day(turn.Now, classroom.Settings?.Schedule.Zone);
        var context = new TurnContext<Classroom>(classroom, turn, voice, today) { Others = others };
        var told = Telling.Run(loaded, Routes.AfterEach(Route(context), context), turn.Now);
        return told with { Archive = [.. told.Archive, .. TeacherAudit.Of(loaded, told.Head, turn)] };
    }

    /// <summary>A class is told of by adults, in the language of whoever speaks.</summary>
    public static Voice VoiceFor(Classroom classroom, Turn turn) =>
        new(Voice.CultureFor(turn.Locale ?? classroom.Locale), GradeBand.Grades9To12);

    private TurnResult<Classroom> Route(TurnContext<Classroom> context) =>
        context.Turn.Input switch
        {
            Installed => ClassHandler.Installed(context, options),
            Uninstalled => ClassHandler.Uninstalled(context),
            TeamChanged change => ClassHandler.Changed(change, context),
            Tapped { Data.IsTooLong: true } => new(context.Classroom, new Notice(context.Voice["Tap.TooLong"])),
            Tapped tapped => Routes.Tap(tapped, context)
                ?? new(context.Classroom, new Notice(context.Voice["Tap.Gone"])),
            Said or SaidNothing => (context.Heard.Command is { } command ? Routes.Obey(command, context) : null)
                ?? new(context.Classroom, context.Answer(new Say(context.Voice["Class.TalkInPrivate"]))),
            Edited => new(context.Classroom),
            Received { Message: var message } => Routes.Take(message, context),
            RosterRead or ChatsOpened when !context.Classroom.IsActive => new(context.Classroom),
            RosterRead read => ClassHandler.Read(read, context),
            CodeGiven given => CodeHandler.Given(given, context),
            StandingRead read => new(
                Teachers.Take(
                    Teachers.Take(context.Classroom, read.Person, read.Presence, context.Now),
                    read.Owners,
                    context.Now
                )
            ),
            ChatsOpened opened => CheckHandler.Take(opened, context),
            Rang => Routes.Ring(context),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No route for {context.Turn.Input.GetType().Name}."
            ),
        };
}
