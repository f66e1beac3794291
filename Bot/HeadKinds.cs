using Milestones.Conversations;
using Milestones.People;
using Milestones.Scheduling;

namespace Milestones;

/// <summary>The kinds of document a turn can be about.</summary>
internal sealed class HeadKinds(TurnRouter router)
{
    public HeadKind<Person> Person => field ??= new("person", PersonJson.Default.Person, turn => new Person { Id = turn.Person }, Rule);

    private Ruled<Person> Rule(Person person, Turn turn)
    {
        var known = turn.Input is Rang ? person : person with
        {
            Name = turn.Name ?? person.Name,
            Locale = turn.Locale ?? person.Locale,
            TimeZone = turn.TimeZone ?? person.TimeZone,
            Chat = turn.Conversation ?? person.Chat,
            Unreachable = null,
        };
        var result = router.Run(new TurnContext(known, turn, VoiceOf.Person(known), LocalTime.Day(turn.Now, known.TimeZone)));
        return new(result.Person, result.Replies, result.Archive);
    }
}
