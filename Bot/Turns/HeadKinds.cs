using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Features.Certificates;
using Milestones.Features.Classes;
using Milestones.Features.Conferences;
using Milestones.Features.Looking;
using Milestones.Features.Mastery;
using Milestones.Features.OwnData;
using Milestones.Features.Safety;
using Milestones.Features.Schools;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>The kinds of document a turn can be about.</summary>
internal sealed class HeadKinds(TurnRouter router, ClassRouter classes, SchoolsRoutes schools, SchoolOptions school)
{
    /// <summary>The rules without a bot around them: for tests and measurements.</summary>
    public static HeadKinds Of(
        HelpLines helpLines,
        AlertOptions alerts,
        ClassOptions? classes = null,
        SchoolOptions? school = null
    )
    {
        school ??= new();
        var safety = new SafetyHandler(helpLines);
        var calls = new SafetyRoutes(alerts, safety);
        var options = (classes ?? new()) with { Counselors = alerts.TenantContacts };
        var schools = new SchoolsRoutes(school);
        var rooms = new ClassRoutes(options);
        return new(
            new TurnRouter(
                safety,
                calls,
                rooms,
                new QuietHandler(safety),
                new OwnDataRoutes(school),
                new CelebratingRoutes(school),
                new CertificateRoutes(school),
                new LookingRoutes(school),
                new MasteryRoutes(school),
                new ConferenceRoutes(school)
            ),
            new ClassRouter(calls, rooms, schools, options),
            schools,
            school
        );
    }

    public RouteTable<Person> PersonRoutes => router.Routes;

    public RouteTable<Classroom> ClassRoutes => classes.Routes;

    public RouteTable<SchoolRollup> SchoolRoutes => field ??= new(schools.School);

    public HeadKind<Person> Person =>
        field ??= new("person", PersonJson.Default.Person, turn => new Person { Id = turn.Person }, Rule)
        {
            Voice = (person, _) => VoiceOf.Person(person),
            Needs = router.Routes.Needs,
        };

    public HeadKind<Classroom> Class =>
        field ??= new("class", ClassJson.Default.Classroom, Begin, Rule)
        {
            Voice = ClassRouter.VoiceFor,
            Needs = classes.Routes.Needs,
        };

    public HeadKind<SchoolRollup> School =>
        field ??= new("school", SchoolRollupJson.Default.SchoolRollup, _ => new SchoolRollup(), Rule)
        {
            // Nobody speaks with a school.
            Voice = (_, _) => new(Voice.CultureFor(null), GradeBand.Grades9To12),
        };

    private TurnResult<SchoolRollup> Rule(SchoolRollup rollup, Turn turn, OtherDocuments others)
    {
        var today = LocalTime.Day(turn.Now, zone: null);
        return turn.Input is Received { Message: var message }
            ? SchoolRoutes.Take(message, new(rollup, turn, School.Voice(rollup, turn), today) { Others = others })
            : new(rollup);
    }

    private static Classroom Begin(Turn turn)
    {
        var (tenant, team) = DocumentKeys.TeamOf(turn.Key);
        return new Classroom { TenantId = tenant, TeamId = team };
    }

    /// <summary>A person's turn as the rules see it.</summary>
    public static TurnContext<Person> ContextOf(Person person, Turn turn)
    {
        var known = turn.Input is Rang or Received
            ? person
            : person with
            {
                Name = turn.Name ?? person.Name,
                Locale = turn.Locale ?? person.Locale,
                TimeZone = turn.TimeZone ?? person.TimeZone,
                Chat = turn.Conversation ?? person.Chat,
                // What was done in a dialog says nothing about the chat.
                Unreachable = turn.Conversation is null ? person.Unreachable : null,
            };
        var today = LocalTime.Day(turn.Now, known.TimeZone);
        return new(
            turn.Input is Said { Second: not null }
                ? known with
                {
                    SecondReadings = SecondReadings.Next(known.SecondReadings, today),
                }
                : known,
            turn,
            VoiceOf.Person(known),
            today
        );
    }

    private TurnResult<Person> Rule(Person person, Turn turn, OtherDocuments others)
    {
        var context = ContextOf(person, turn);
        var ruled = router.Run(context with { Others = others });
        var result = Fitting(ruled, context.Person, turn);
        return turn.Input is Rang or Received && result.Person.RetainUntil is not null
            ? result
            : result with
            {
                Head = result.Person with { RetainUntil = school.KeptUntil(turn.Key, turn.Now) },
            };
    }

    /// <summary>
    /// What was made has room, or makes some; what still has none changes nothing. What others bring is bounded where
    /// it is kept; only a class's units and tasks, which it tells again, wait where there is no room for them.
    /// </summary>
    private static TurnResult<Person> Fitting(TurnResult<Person> ruled, Person before, Turn turn)
    {
        if (turn.Input is Rang || Room.Kept(ruled.Person) is var kept && kept <= Room.Crowded)
            return ruled;
        var spilled = Room.Spilled(ruled);
        kept = Room.Kept(spilled.Person);
        if (turn.Input is Received { Message: var message })
            return kept > Room.MostWithOthers && message is (UnitsTold or TasksTold) ? new(before) : spilled;
        return kept <= Room.Most || kept <= Room.Kept(before) || spilled.Person.Alerts.Count > before.Alerts.Count
            ? spilled
            : Room.Full(before);
    }

    /// <summary>
    /// A class is kept while it is one: its time runs from when the bot left, or the team was put away. What it keeps
    /// has its room.
    /// </summary>
    private TurnResult<Classroom> Rule(Classroom classroom, Turn turn, OtherDocuments others)
    {
        var result = classes.Run(classroom, turn, others);
        return result with
        {
            Head = ClassSpace.Fitting(
                result.Classroom with
                {
                    RetainUntil = result.Classroom.InactiveSince is { } since
                        ? school.KeptUntil(turn.Key, since)
                        : null,
                }
            ),
        };
    }
}
