using System.Text;
using System.Text.RegularExpressions;
using Milestones.Bench.Load;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Bench.Durability;

/// <summary>
/// What one student's document and messages have to be, by the rules alone: nothing crashed, nothing came twice.
/// </summary>
internal sealed partial class Expectation
{
    private readonly List<string> _states = [];
    private readonly List<ConnectorMessage> _messages = [];
    private readonly List<string> _marks = [];

    public Expectation(TalkingStudent talking)
    {
        Person? person = null;
        for (var said = 0; said < TalkingStudent.Messages.Count; said++)
        {
            var turn = TurnFactory.From(
                ActivityReader.Read(talking.Says(said)).Activity!,
                DateTimeOffset.UtcNow,
                Guid.NewGuid()
            )!;
            person ??= Rules.Kinds.Person.Begin(turn);
            var ruled = Rules.Kinds.Person.Rules(person, turn, OtherDocuments.None);
            person = ruled.Head;
            Key = turn.Key;
            _marks.Add(HandledTurns.MarkOf(turn.Id));
            _states.Add(StateOf(person));
            _messages.AddRange(
                ActivityRenderer
                    .Render(ruled.Replies, ruled.Messages, turn, VoiceOf.Person(person), OutboxState.Lease)
                    .Entries.Select(entry => ConnectorMessage.Read(new(entry.Activity.Utf8)))
            );
        }
    }

    public DocumentKey Key { get; private set; }

    public IReadOnlyList<ConnectorMessage> Messages => _messages;

    /// <summary>How many turns the document has taken, or why it is none that these turns make.</summary>
    public (int Turns, string? Wrong) Taken(StoredDocument? stored)
    {
        if (stored is null)
            return (0, null);
        var person = Rules.Kinds.Person.Read(stored.Document);
        var state = StateOf(person);
        var taken = person.Handled.Marks.Count;
        return taken > _states.Count || _states[taken - 1] != state
                ? (taken, $"it is not what {taken} turns make of it: {state}")
            : !person.Handled.Marks.SequenceEqual(_marks.Take(taken), StringComparer.Ordinal)
                ? (taken, "it remembers other turns than those it took")
            : (taken, null);
    }

    public static bool HasUnsent(StoredDocument stored) =>
        Rules.Kinds.Person.Read(stored.Document).Outbox.Entries.Count > 0;

    // Ids and moments differ between two runs of the same turns; everything else has to be the same.
    private static string StateOf(Person person)
    {
        var kept = Rules.Kinds.Person.Write(
            default,
            person with
            {
                Outbox = OutboxState.Empty,
                Handled = HandledTurns.None,
            }
        );
        return Moment().Replace(Id().Replace(Encoding.UTF8.GetString(kept.Json.Span), "\"id\""), "\"moment\"");
    }

    [GeneratedRegex("\"[0-9a-f]{12}\"", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
