using Milestones.Language.Opinions;

namespace Milestones.Conversations;

/// <summary>The people of a team, read for its class.</summary>
/// <param name="Name">The team's name; null where it could not be read.</param>
/// <param name="GroupId">The team's group, for Graph.</param>
/// <param name="People">Without guests and people who have no account of the school.</param>
/// <param name="Fault">Why they could not be read; then <paramref name="People"/> is empty and means nothing.</param>
internal sealed record RosterRead(
    string? Name,
    string? GroupId,
    IReadOnlyList<SeenPerson> People,
    RosterFault? Fault,
    OwnersSeen Owners
) : Rang
{
    /// <summary>The team's channels; null where they could not be read.</summary>
    public IReadOnlyList<SeenChannel>? Channels { get; init; }

    /// <summary>When the reading began: what happened in the team since then is not in it.</summary>
    public DateTimeOffset AskedAt { get; init; }
}

/// <param name="Name">Null for the General channel.</param>
internal sealed record SeenChannel(string Id, string? Name);

/// <param name="AccountId"><c>29:…</c>, what some events call them.</param>
internal sealed record SeenPerson(string ObjectId, string AccountId, string? Name)
{
    /// <summary>What their school's address begins with; null where the team does not tell it.</summary>
    public string? Login { get; init; }
}

internal enum RosterFault
{
    /// <summary>The connector did not answer, or stopped half-way.</summary>
    NoAnswer,

    /// <summary>The bot is not in that team, or the team is gone.</summary>
    NotThere,

    /// <summary>More people than a class may have.</summary>
    TooLarge,
}

/// <summary>Who owns the team.</summary>
/// <param name="ObjectIds">Null where Graph is not used, or did not say.</param>
/// <param name="Fault">Why Graph did not say; null where it was not asked.</param>
/// <param name="InstallerTeaches">Where Graph is not used: whether the school takes who first added the bot for the
/// teacher.</param>
internal sealed record OwnersSeen(IReadOnlySet<string>? ObjectIds, OwnersFault? Fault, bool InstallerTeaches = false)
{
    /// <summary>This deployment does not use Graph.</summary>
    public static OwnersSeen NotAsked { get; } = new(null, null);
}

internal enum OwnersFault
{
    /// <summary>Graph could not say now.</summary>
    NoAnswer,

    /// <summary>The team's owners did not allow the bot to see who they are.</summary>
    NotAllowed,
}

/// <summary>
/// Whether one person is still in the team and who owns it, read before they act as its teacher. No alarm: it counts
/// whenever it comes, and when others changed the class in between.
/// </summary>
internal sealed record StandingRead(PersonId Person, Presence Presence, OwnersSeen Owners) : TurnInput;

/// <summary>Whether somebody is in a team.</summary>
internal enum Presence
{
    /// <summary>The connector did not say.</summary>
    Unknown,
    Here,
    Gone,
}

/// <summary>Which private chats could be opened.</summary>
internal sealed record ChatsOpened(IReadOnlyList<OpenedChat> Chats) : Rang;

/// <param name="ChatId">Null when it could not be opened.</param>
/// <param name="Why">The connector's word for why not.</param>
/// <param name="TryAgain">True when it may work a little later.</param>
internal sealed record OpenedChat(string ObjectId, string? ChatId, string? Why = null, bool TryAgain = false)
{
    /// <summary>Our own word where the connector had none.</summary>
    public const string NoAnswer = "NoAnswer";
}

/// <summary>A second reader was asked about what was typed, before the turn.</summary>
/// <param name="Opinion">Null where it did not answer in time, or nothing it said could be checked.</param>
internal sealed record SecondReading(Opinion? Opinion);
