using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// One team, one class, one document: who is in it, when it reflects, and what its adults still have to look at.
/// </summary>
internal sealed record Classroom : Head
{
    /// <summary>The most people a class may have: with more the document would outgrow its 64 KB.</summary>
    public const int MostMembers = 250;

    public required string TenantId { get; init; }

    /// <summary>The team's thread id.</summary>
    public required string TeamId { get; init; }

    /// <summary>The team's group id, which Graph wants; null until the team was looked up.</summary>
    public string? GroupId { get; init; }

    public string? Name { get; init; }

    /// <summary>
    /// Since when the bot is gone from the team, or the team is archived or deleted: nothing more is sent. Null while
    /// all is well.
    /// </summary>
    public DateTimeOffset? InactiveSince { get; init; }

    public DateTimeOffset? WelcomedAt { get; init; }

    /// <summary>Whose word counts for who teaches here.</summary>
    public Authority Authority { get; init; }

    /// <summary>
    /// Since when nothing a student shared is shown to anybody: the last teacher has left, the bot was away, or who was
    /// taken for the teacher is not. Null while all is well.
    /// </summary>
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>
    /// Who first added the bot, where the school lets that make a teacher; null once it does not count any more.
    /// </summary>
    public PersonId? InstalledBy { get; init; }

    /// <summary>Entra object ids of those whom a code or a teacher named as teachers.</summary>
    public IReadOnlyList<string> AddedTeachers { get; init; } = [];

    /// <summary>An administrator's codes that were used here and could be tried again today.</summary>
    public IReadOnlyList<UsedCode> UsedCodes { get; init; } = [];

    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Entra object ids of those who left and have not been told yet.</summary>
    public IReadOnlyList<string> Leaving { get; init; } = [];

    /// <summary>The last students who left, newest last; for the delivery report.</summary>
    public IReadOnlyList<Departure> Departed { get; init; } = [];

    public ClassSettings? Settings { get; init; }

    /// <summary>How often it was set up: a card that was opened before the last time is not saved over it.</summary>
    public int SetUps { get; init; }

    /// <summary>
    /// Entra object id of the teacher who set it up last; null where an earlier version did not note it.
    /// </summary>
    public string? SetUpBy { get; init; }

    /// <summary>The team's channels, as many as a card may offer.</summary>
    public IReadOnlyList<SeenChannel> Channels { get; init; } = [];

    /// <summary>
    /// When the roster is to be read again: now and then, though nothing was heard, because events can be missed. Null
    /// while the class is not active.
    /// </summary>
    public DateTimeOffset? RosterDueAt { get; init; }

    /// <summary>When it was last read: who was in it was in the team then.</summary>
    public DateTimeOffset? RosterReadAt { get; init; }

    /// <summary>How often in a row the roster could not be read.</summary>
    public int RosterTries { get; init; }

    /// <summary>Why it could not be read the last time; the roster is then an older one.</summary>
    public RosterFault? RosterFault { get; init; }

    /// <summary>When Graph last said who owns the team; null where Graph is not used.</summary>
    public DateTimeOffset? OwnersReadAt { get; init; }

    /// <summary>
    /// The language tag of who added the bot or set it up last: for those whose own is not known yet.
    /// </summary>
    public string? Locale { get; init; }

    /// <summary>Why Graph did not say the last time: until it does, nobody acts as a teacher.</summary>
    public OwnersFault? OwnersFault { get; init; }

    /// <summary>When the chats of members not checked yet are to be opened.</summary>
    public DateTimeOffset? CheckDueAt { get; init; }

    public int CheckTries { get; init; }

    /// <summary>The teacher (Entra object id) who waits for the report of the check.</summary>
    public string? ReportTo { get; init; }

    /// <summary>Counts what members are to know of the class; who was told an older one is told again.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Whether members were told that there are contacts.</summary>
    public bool ToldContacts { get; init; }

    /// <summary>Whom members were told that what they share is shown to.</summary>
    public IReadOnlyList<string> ToldReaders { get; init; } = [];

    /// <summary>When the next members are told; null when all know.</summary>
    public DateTimeOffset? TellAt { get; init; }

    /// <summary>Entra object ids of students who would like help while no teacher is known who could be told.</summary>
    public IReadOnlyList<string> HelpWaiting { get; init; } = [];

    public IReadOnlyList<ClassAlert> Alerts { get; init; } = [];

    /// <summary>What goes into the channel, waits to, or stands there, oldest first; old ones are forgotten.</summary>
    public IReadOnlyList<ClassPost> Posts { get; init; } = [];

    /// <summary>How far the class's weeks are told; null before it is set up.</summary>
    public ClassWeeks? Weeks { get; init; }

    /// <summary>The last imports, newest last.</summary>
    public IReadOnlyList<ClassImport> Imports { get; init; } = [];

    /// <summary>What teachers wanted to teach again, by period, newest last.</summary>
    public IReadOnlyList<ReteachNote> Reteach { get; init; } = [];

    /// <summary>What teachers decided over a period's figures, the last last.</summary>
    public IReadOnlyList<ReviewNote> Reviews { get; init; } = [];

    /// <summary>What teachers said of kinds of table, the last used last.</summary>
    public IReadOnlyList<ImportWay> ImportWays { get; init; } = [];

    /// <summary>The last units with their learning targets, oldest first.</summary>
    public IReadOnlyList<LearningUnit> Units { get; init; } = [];

    /// <summary>Who last looked at whose work by a teacher's wish, the last round last.</summary>
    public IReadOnlyList<PairRound> PairRounds { get; init; } = [];

    /// <summary>Counts the changes of <see cref="Units"/>; students who know an older number are told.</summary>
    public int UnitsRevision { get; init; }

    /// <summary>The day of the conferences its students lead; null where no teacher gave one.</summary>
    public DateOnly? ConferenceOn { get; init; }

    /// <summary>The last tasks with their success criteria, oldest first.</summary>
    public IReadOnlyList<ClassTask> Tasks { get; init; } = [];

    /// <summary>Counts the changes of <see cref="Tasks"/>; students who know an older number are told.</summary>
    public int TasksRevision { get; init; }

    /// <summary>The school it is one of; null where its tenant is one school.</summary>
    public string? SchoolName { get; init; }

    /// <summary>What it adds to its school's figures; null where it was never counted, or adds nothing.</summary>
    public SchoolPart? Counted { get; init; }

    /// <summary>The night in which it is counted next; null before it is set up.</summary>
    public DateTimeOffset? CountAt { get; init; }

    /// <summary>
    /// Where class news goes: the channel a teacher chose, while it is there, else the one the bot was added in.
    /// </summary>
    [JsonIgnore]
    public ConversationReference? NewsChannel =>
        Chat is { } here && Settings?.ChannelId is { } id && Channels.Any(channel => channel.Id == id)
            ? here with
            {
                ConversationId = id,
            }
            : Chat;

    [JsonIgnore]
    public override DateTimeOffset? WakeAt =>
        Earliest(
            base.WakeAt,
            RosterDueAt,
            CheckDueAt,
            TellAt,
            Alerts.Min(alert => alert.NextAt),
            IsActive ? Posts.Min(post => post.UpdateAt) : null,
            IsActive ? Weeks?.NextAt : null,
            IsActive ? CountAt : null,
            IsActive ? PairRounds.Min(round => round.TellAt) : null,
            IsActive && LockedAt is null ? Weeks?.PostAt : null
        );

    [JsonIgnore]
    public DocumentKey Key => DocumentKeys.Classroom(TenantId, TeamId);

    [JsonIgnore]
    public bool IsActive => InactiveSince is null;

    [JsonIgnore]
    public IEnumerable<Member> Students => Members.Where(member => member.Role == MemberRole.Student);

    public Member? Find(PersonId person) => person.TenantId == TenantId ? Find(person.ObjectId) : null;

    public Member? Find(string objectId) => Members.FirstOrDefault(member => member.ObjectId == objectId);

    public DocumentKey KeyOf(string objectId) => DocumentKeys.Person(new(TenantId, objectId));

    /// <summary>A member's private chat with the bot, where it could be opened.</summary>
    public ConversationReference? ChatOf(Member member) =>
        member.ChatId is { } chat && Chat is { } here
            ? new(here.ServiceUrl, chat, "personal", TenantId, here.BotId, here.BotName, null, null)
            : null;

    /// <summary>
    /// Where somebody is told something in private: in the chat their own document knows, else in the one the class
    /// opened. Null when neither takes anything.
    /// </summary>
    public ConversationReference? WhereToTell(string objectId, Person? person) =>
        person is { Unreachable: null, Chat: { } own } ? own
        : Find(objectId) is { Unreachable: null } member ? ChatOf(member)
        : null;

    /// <summary>
    /// A message that could not be delivered says something about its receiver: a member, or the channel.
    /// </summary>
    public override Head Told(IReadOnlyCollection<Delivery> deliveries)
    {
        var told = this;
        foreach (var delivery in deliveries)
        {
            if (Outbox.Entries.FirstOrDefault(entry => entry.Id == delivery.EntryId) is not { ToDocument: null } entry)
                continue;
            told = told.WithPost(entry.About, post => post.Told(entry.Call, delivery));
            if (delivery.Gone is not null && entry.Call == OutboxCall.Send)
            {
                told = entry.To is { ConversationType: not "channel" } chat
                    ? told.Lost(chat.ConversationId, delivery.Gone!)
                    : told with
                    {
                        Unreachable = delivery.Gone,
                    };
            }
        }

        return told with
        {
            Outbox = told.Outbox.Settle(deliveries),
        };
    }

    public override Head GaveUp(IReadOnlyCollection<OutboxEntry> unknown) =>
        unknown.Aggregate(this, (told, entry) => told.WithPost(entry.About, post => post.InDoubt(entry.Call)));

    public ClassPost? FindPost(string? id) => id is null ? null : Posts.FirstOrDefault(post => post.Id == id);

    public Classroom WithPost(string? id, Func<ClassPost, ClassPost> change) =>
        FindPost(id) is null
            ? this
            : this with
            {
                Posts = [.. Posts.Select(post => post.Id == id ? change(post) : post)],
            };

    /// <summary>
    /// This private chat takes nothing any more. Whoever was called there about a concern was not reached: the others
    /// are called at once.
    /// </summary>
    private Classroom Lost(string chatId, string why) =>
        !Members.Any(member => member.ChatId == chatId && member.Unreachable is null)
            ? this
            : this with
            {
                Members =
                [
                    .. Members.Select(member => member.ChatId == chatId ? member with { Unreachable = why } : member),
                ],
                Alerts = [.. Alerts.Select(alert => alert with { NextAt = alert.LastToldAt ?? alert.NextAt })],
            };
}

/// <summary>Somebody in the roster.</summary>
/// <param name="ChatId">A teacher's private conversation with the bot, where it could be opened; a student's until
/// their own document knows it.</param>
/// <param name="Unreachable">Why it could not, in the connector's word.</param>
internal sealed record Member(
    string ObjectId,
    string? Name,
    MemberRole Role,
    string? ChatId = null,
    string? Unreachable = null
)
{
    /// <summary>Whether their chat was tried since they came, or since a teacher last asked.</summary>
    public bool Checked { get; init; }

    /// <summary>
    /// Their channel account (<c>29:…</c>), by which their chat is opened and a teacher is looked for; a student's is
    /// forgotten once it was, because hundreds would make the document long.
    /// </summary>
    public string? AccountId { get; init; }

    /// <summary>When the connector last said that they are in the team; asked before they act as a teacher.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>A teacher has said that they do not teach here: they cannot ask again.</summary>
    public bool IsRefused { get; init; }

    /// <summary>When somebody last gave them a shout-out, whatever became of it.</summary>
    public DateTimeOffset? RecognizedAt { get; init; }

    /// <summary>The <see cref="Classroom.Revision"/> they know; 0 for none.</summary>
    public int Knows { get; init; }

    /// <summary>The <see cref="Classroom.UnitsRevision"/> they know; 0 for none.</summary>
    public int KnowsUnits { get; init; }

    /// <summary>The <see cref="Classroom.TasksRevision"/> they know; 0 for none.</summary>
    public int KnowsTasks { get; init; }
}

/// <param name="Mark">What is left of the code: nobody can use it, but it is known again.</param>
internal sealed record UsedCode(string Mark, DateTimeOffset ExpiresAt);

/// <summary>A student who left.</summary>
internal sealed record Departure(string ObjectId, string? Name, DateTimeOffset At);

/// <summary>What a teacher set up.</summary>
/// <param name="ChannelId">Where celebrations go; null for the channel the bot was added in.</param>
/// <param name="Contacts">Entra object ids of those who are told about concerns.</param>
internal sealed record ClassSettings(
    GradeBand Band,
    WeeklySchedule Schedule,
    string? ChannelId,
    IReadOnlyList<string> Contacts
)
{
    /// <summary>The weekly card says in one line that the teacher would like to read it; the student chooses.</summary>
    public bool InvitesSharing { get; init; }

    /// <summary>Classmates' shout-outs go into the channel without a teacher's look.</summary>
    public bool SkipsApproval { get; init; }

    /// <summary>The first names of some who cheered stand on the card.</summary>
    public bool ShowsFaces { get; init; }

    /// <summary>How the class's week comes into the channel.</summary>
    public SummaryWish Summary { get; init; }

    /// <summary>Students give each other no feedback. Among the youngest only their teacher's pairs do.</summary>
    public bool HasNoPeerFeedback { get; init; }
}

/// <summary>A student somebody should talk to.</summary>
/// <param name="LastToldAt">When the contacts were last told; it is repeated until handled.</param>
/// <param name="EscalatedAt">When the tenant's contact was told, because nobody else reacted.</param>
internal sealed record ClassAlert(
    PersonId Student,
    string? StudentName,
    OpenAlert Alert,
    DateTimeOffset? LastToldAt = null,
    DateTimeOffset? EscalatedAt = null
)
{
    /// <summary>When this class heard of it.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When the adults are told the next time.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The tenant's contacts (Entra object ids) who were told; they may handle it too.</summary>
    public IReadOnlyList<string> EscalatedTo { get; init; } = [];
}
