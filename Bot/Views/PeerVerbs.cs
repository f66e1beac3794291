namespace Milestones.Views;

/// <summary>
/// What a student's buttons around feedback from classmates do. On the wire and in old cards: they do not change.
/// </summary>
internal static class PeerVerbs
{
    public const string Mine = "peers.mine";

    /// <summary>Ask a classmate, perhaps about a goal.</summary>
    public const string Begin = "peers.begin";

    /// <summary>Somebody is chosen.</summary>
    public const string To = "peers.to";

    /// <summary>What a teacher's pair is to see is chosen now.</summary>
    public const string Choose = "peers.choose";

    /// <summary>Shows what the classmate would see.</summary>
    public const string Look = "peers.look";

    public const string Send = "peers.send";
    public const string TakeBack = "peers.takeBack";

    /// <summary>Looks at what a classmate asked about.</summary>
    public const string Open = "peers.open";

    public const string Give = "peers.give";
    public const string Decline = "peers.decline";

    /// <summary>Reads feedback that came.</summary>
    public const string Read = "peers.read";

    /// <summary>Says whether it helped.</summary>
    public const string Helped = "peers.helped";
}
