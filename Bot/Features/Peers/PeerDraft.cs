using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>Whom a request is for.</summary>
/// <param name="Member">Null where they are not there any more.</param>
/// <param name="Pair">The entry of a teacher's pair; null where the student asks on their own.</param>
internal sealed record PeerTarget(Classroom Classroom, Member? Member, PeerFeedback? Pair);

/// <summary>What the asker chose to show so far: a goal, words or a link of their own, or both.</summary>
internal sealed record PeerDraft(Goal? Goal, string? Words)
{
    public static PeerDraft Empty { get; } = new(null, null);

    /// <summary>The words that were seen before they go; null where there is nothing to show.</summary>
    public string? Work { get; init; } =
        string.Join('\n', new[] { Goal?.Sentence, Words }.OfType<string>()) is { Length: > 0 } work ? work : null;

    /// <summary>Why it is not shown to anybody, as the key of a text; null where it may be.</summary>
    public string? Fault =>
        Work is null ? "Peers.Work.Empty"
        : Unkind.WhyNot(Work, PeerFeedback.LongestWork) is { } why ? $"Peers.Work.{why}"
        : null;

    /// <summary>What an earlier card brings along.</summary>
    public static PeerDraft Carried(CardData data, Person person) =>
        new(person.FindGoal(data.Text("goal")), data.Text("words"));

    /// <summary>As the form was filled in; what was seen already stays as it was seen.</summary>
    public static PeerDraft Read(CardData data, Person person) =>
        Carried(data, person) is var draft && data.Text("work") is { } seen ? draft with { Work = seen } : draft;
}
