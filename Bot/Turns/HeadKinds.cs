using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>The kinds of document a turn can be about.</summary>
internal sealed class HeadKinds(TurnRouter router, ClassRouter classes)
{
    public HeadKind<Person> Person => field ??= new("person", PersonJson.Default.Person, turn => new Person { Id = turn.Person }, Rule)
    {
        Needs = static (person, turn, others) => TeacherHandler.Needs(person, turn, others) is { Count: > 0 } wanted ? wanted
            : ContactHandler.Needs(turn) is { Count: > 0 } called ? called
            : PrivateClassHandler.Needs(person, turn),
    };

    public HeadKind<Classroom> Class => field ??= new(
        "class",
        ClassJson.Default.Classroom,
        Begin,
        classes.Run)
    {
        Needs = (classroom, turn, _) => classes.Needs(classroom, turn),
    };

    private static Classroom Begin(Turn turn)
    {
        var (tenant, team) = DocumentKeys.TeamOf(turn.Key);
        return new Classroom { TenantId = tenant, TeamId = team };
    }

    private Ruled<Person> Rule(Person person, Turn turn, OtherDocuments others)
    {
        var known = turn.Input is Rang or Received ? person : person with
        {
            Name = turn.Name ?? person.Name,
            Locale = turn.Locale ?? person.Locale,
            TimeZone = turn.TimeZone ?? person.TimeZone,
            Chat = turn.Conversation ?? person.Chat,
            Unreachable = null,
        };
        var result = router.Run(new TurnContext(known, turn, VoiceOf.Person(known), LocalTime.Day(turn.Now, known.TimeZone)) { Others = others });
        return new(result.Person, result.Replies, result.Messages, result.Archive);
    }
}
