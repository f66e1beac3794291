using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.Features.Safety;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>The kinds of document a turn can be about.</summary>
internal sealed class HeadKinds(TurnRouter router, ClassRouter classes)
{
    /// <summary>The rules without a bot around them: for tests and measurements.</summary>
    public static HeadKinds Of(HelpLines helpLines, AlertOptions alerts, ClassOptions? classes = null)
    {
        var safety = new SafetyHandler(helpLines);
        var calls = new SafetyRoutes(alerts, safety);
        var options = (classes ?? new()) with { Counselors = alerts.TenantContacts };
        var rooms = new ClassRoutes(options);
        return new(
            new TurnRouter(safety, calls, rooms, new QuietHandler(safety)),
            new ClassRouter(calls, rooms, options)
        );
    }

    public RouteTable<Person> PersonRoutes => router.Routes;

    public RouteTable<Classroom> ClassRoutes => classes.Routes;

    public HeadKind<Person> Person =>
        field ??= new("person", PersonJson.Default.Person, turn => new Person { Id = turn.Person }, Rule)
        {
            Needs = router.Routes.Needs,
        };

    public HeadKind<Classroom> Class =>
        field ??= new("class", ClassJson.Default.Classroom, Begin, classes.Run) { Needs = classes.Routes.Needs };

    private static Classroom Begin(Turn turn)
    {
        var (tenant, team) = DocumentKeys.TeamOf(turn.Key);
        return new Classroom { TenantId = tenant, TeamId = team };
    }

    private TurnResult<Person> Rule(Person person, Turn turn, OtherDocuments others)
    {
        var known = turn.Input is Rang or Received
            ? person
            : person with
            {
                Name = turn.Name ?? person.Name,
                Locale = turn.Locale ?? person.Locale,
                TimeZone = turn.TimeZone ?? person.TimeZone,
                Chat = turn.Conversation ?? person.Chat,
                Unreachable = null,
            };
        return router.Run(
            new TurnContext<Person>(known, turn, VoiceOf.Person(known), LocalTime.Day(turn.Now, known.TimeZone))
            {
                Others = others,
            }
        );
    }
}
