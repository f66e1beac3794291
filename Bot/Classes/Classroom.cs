using Milestones.Conversations;
using Milestones.People;
using Milestones.Scheduling;

namespace Milestones.Classes;

/// <summary>One team, one class, one document: who is in it, when it reflects, and what its adults still have to look at.</summary>
internal sealed record Classroom : Head
{
    public required string TenantId { get; init; }

    /// <summary>The team's thread id.</summary>
    public required string TeamId { get; init; }

    /// <summary>The team's group id, which Graph wants; null until the team was looked up.</summary>
    public string? GroupId { get; init; }

    public string? Name { get; init; }

    /// <summary>Since when the bot is gone from the team, or the team is archived or deleted: nothing more is sent. Null while all is well.</summary>
    public DateTimeOffset? InactiveSince { get; init; }

    /// <summary>Who added the bot; a teacher where Graph cannot say who owns the team.</summary>
    public PersonId? InstalledBy { get; init; }

    public IReadOnlyList<Member> Members { get; init; } = [];

    public ClassSettings? Settings { get; init; }

    /// <summary>Since when the roster wants to be read again; null when it is current.</summary>
    public DateTimeOffset? RosterDueAt { get; init; }

    public IReadOnlyList<ClassAlert> Alerts { get; init; } = [];

    /// <summary>The last week whose digest went out.</summary>
    public IsoWeek? DigestThrough { get; init; }

    public override DateTimeOffset? WakeAt => Earliest(base.WakeAt, RosterDueAt);

    public Member? Find(PersonId person) => Members.FirstOrDefault(member => member.ObjectId == person.ObjectId);
}

/// <summary>Somebody in the roster.</summary>
/// <param name="AccountId"><c>29:…</c>, what the connector calls them.</param>
/// <param name="ChatId">Their personal conversation with the bot, where it could be opened.</param>
/// <param name="Unreachable">Why it could not, in the connector's word.</param>
internal sealed record Member(string ObjectId, string AccountId, string? Name, MemberRole Role, string? ChatId = null, string? Unreachable = null);

/// <summary>What a teacher set up.</summary>
/// <param name="ChannelId">Where celebrations go; null for the channel the bot was added in.</param>
/// <param name="Contacts">Entra object ids of those who are told about concerns.</param>
internal sealed record ClassSettings(GradeBand Band, WeeklySchedule Schedule, string? ChannelId, IReadOnlyList<string> Contacts);

/// <summary>A student somebody should talk to.</summary>
/// <param name="LastToldAt">When the contacts were last told; it is repeated until handled.</param>
/// <param name="EscalatedAt">When the tenant's contact was told, because nobody else reacted.</param>
internal sealed record ClassAlert(PersonId Student, string? StudentName, Safety.OpenAlert Alert, DateTimeOffset? LastToldAt = null, DateTimeOffset? EscalatedAt = null);
