namespace Milestones.Bench;

/// <summary>
/// One thing a student does at the chat: types <paramref name="What"/>, or taps the button whose title stands there
/// <c>[in brackets]</c>.
/// </summary>
/// <param name="Filled">What was put into the card's fields before the tap; a field is named by the beginning of its
/// id.</param>
internal sealed record Act(string What, params IReadOnlyList<(string Field, string Value)> Filled)
{
    /// <summary>The button's title; null when it is typed.</summary>
    public string? Tapped => What is ['[', .. var title, ']'] ? title : null;

    public static implicit operator Act(string what) => new(what);
}

/// <summary>One turn of a student and its request units.</summary>
internal sealed record Turned(string What, double Units);

/// <summary>What one sitting at the chat cost.</summary>
/// <param name="Besides">Request units between the turns and after them: taking note of deliveries.</param>
internal sealed record Sitting(IReadOnlyList<Turned> Turns, double Besides)
{
    public double Total => Turns.Sum(turn => turn.Units) + Besides;
}
