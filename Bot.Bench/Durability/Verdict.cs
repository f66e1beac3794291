namespace Milestones.Bench.Durability;

/// <summary>What the rounds have shown so far.</summary>
internal sealed record Verdict
{
    public int Rounds { get; set; }

    public int Turns { get; set; }

    /// <summary>Messages sent again because nobody had acknowledged them.</summary>
    public int Redelivered { get; set; }

    /// <summary>Turns that were saved, but whose acknowledgement the kill cut off.</summary>
    public int SavedUnanswered { get; set; }

    public int RepliesOnce { get; set; }

    /// <summary>In doubt after a crash, so sent once more, as the policy says.</summary>
    public int RepliesTwice { get; set; }

    /// <summary>Everything that must not be, each in words.</summary>
    public List<string> Faults { get; } = [];
}
