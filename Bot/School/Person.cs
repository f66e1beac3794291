using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>One person, one document: all that a turn in the personal chat reads and changes.</summary>
internal sealed record Person : Head
{
    public required PersonId Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The language chosen in chat; it wins over <see cref="Locale"/>.</summary>
    public string? Language { get; init; }

    /// <summary>The client's language tag when it last spoke.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA name; null until a client told one.</summary>
    public string? TimeZone { get; init; }

    public GradeBand? Band { get; init; }

    /// <summary>When the one welcome was given; reinstalling does not bring a second.</summary>
    public DateTimeOffset? WelcomedAt { get; init; }

    /// <summary>The classes they are in; a person can be a student in one and a teacher in another.</summary>
    public IReadOnlyList<Membership> Classes { get; init; } = [];

    /// <summary>The last reflections, newest last; older ones are in the archive.</summary>
    public IReadOnlyList<Reflection> Reflections { get; init; } = [];

    /// <summary>
    /// The first reflection of the quarter, which its review begins with even when it has left the last ones.
    /// </summary>
    public Reflection? QuarterStart { get; init; }

    /// <summary>Weeks reflected in a row, in whichever class; null before the first.</summary>
    public Streak? Streak { get; init; }

    /// <summary>What they decided about weekly prompts; null while these come.</summary>
    public PromptChoice? Prompts { get; init; }

    /// <summary>Hours of their own in which nothing comes unasked; null while it is the night.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>What the last change of messages replaced; null where nothing can be taken back.</summary>
    public PromptsBefore? PromptsBefore { get; init; }

    /// <summary>It was asked until which day messages shall wait.</summary>
    public bool AsksPauseDay { get; init; }

    /// <summary>When anything was last sent unasked: one a day is the most.</summary>
    public DateTimeOffset? LastUnprompted { get; init; }

    /// <summary>Concerns no adult has dealt with yet.</summary>
    public IReadOnlyList<OpenAlert> Alerts { get; init; } = [];

    /// <summary>The quiet question about words that may be heavy; null before the first.</summary>
    public HeavyWords? Heavy { get; init; }

    /// <summary>The last answers of teachers, oldest first; older ones are in the archive.</summary>
    public IReadOnlyList<TeacherReply> TeacherReplies { get; init; } = [];

    /// <summary>Words of which it was asked whether they are for a teacher.</summary>
    public AskedForWhom? AskedForWhom { get; init; }

    /// <summary>Students who wrote back to this teacher, as long as it was not shown.</summary>
    public IReadOnlyList<AnswerCall> AnswerCalls { get; init; } = [];

    /// <summary>What students wrote back that stands in this teacher's chat, until they do anything there.</summary>
    public IReadOnlyList<AnswerShown> AnswersShown { get; init; } = [];

    /// <summary>Since when they would like help, and are in no class whose teacher could be told.</summary>
    public DateTimeOffset? HelpSince { get; init; }

    /// <summary>The last push of a teacher.</summary>
    public Nudge? Nudge { get; init; }

    /// <summary>Students of theirs who asked for help, as long as a teacher is to be told again.</summary>
    public IReadOnlyList<HelpCall> HelpCalls { get; init; } = [];

    /// <summary>They want to be forgotten, or were asked whether they do.</summary>
    public Erasure? Erasure { get; init; }

    /// <summary>Where else words of theirs may be, which nothing else in here tells; null where that is
    /// nowhere.</summary>
    public Traces? Traces { get; init; }

    /// <summary>The last link under which they can have a copy of their data.</summary>
    public CopyLink? Copy { get; init; }

    /// <summary>The last link under which they can print certificates.</summary>
    public PrintLink? Print { get; init; }

    /// <summary>The last link to a page of theirs.</summary>
    public PageLink? Page { get; init; }

    /// <summary>The link for their home; null where there is none, or it was taken back.</summary>
    public FamilyLink? Family { get; init; }

    /// <summary>Weeks whose reflections lie in the archive, newest last: that they were, and what was shared of
    /// them in one number.</summary>
    public IReadOnlyList<PastWeek> PastWeeks { get; init; } = [];

    /// <summary>Numbers the school brought, newest last.</summary>
    public IReadOnlyList<ImportedValue> Imports { get; init; } = [];

    /// <summary>For which goal each measure counts, where they said so.</summary>
    public IReadOnlyList<NumberBinding> Bindings { get; init; } = [];

    /// <summary>Where they stand with the targets of units, oldest first; old ones are in the archive.</summary>
    public IReadOnlyList<UnitSurvey> Surveys { get; init; } = [];

    /// <summary>The conference they lead next, or led last; null before the first. Older ones are in the
    /// archive.</summary>
    public ConferencePack? Conference { get; init; }

    /// <summary>Tasks of their classes, to be checked against criteria, oldest first; old ones are in the
    /// archive.</summary>
    public IReadOnlyList<TaskWork> Tasks { get; init; } = [];

    /// <summary>Feedback they asked classmates for and gave, oldest first; older entries fall away.</summary>
    public IReadOnlyList<PeerFeedback> Peers { get; init; } = [];

    /// <summary>When they last asked for some: five a day are the most.</summary>
    public IReadOnlyList<DateTimeOffset> PeersAskedAt { get; init; } = [];

    /// <summary>The last shout-outs for this student, oldest first; words only while they decide.</summary>
    public IReadOnlyList<PraiseOffer> PraiseOffers { get; init; } = [];

    /// <summary>How they want shout-outs from now on.</summary>
    public PraiseWish PraiseWish { get; init; }

    /// <summary>When they gave the last shout-outs: three a day are the most.</summary>
    public IReadOnlyList<DateTimeOffset> PraisesGiven { get; init; } = [];

    /// <summary>When the coach last offered to tell the class of a step that was reached.</summary>
    public DateTimeOffset? OfferedToTellAt { get; init; }

    /// <summary>What they earned by their habits, in the order they did.</summary>
    public IReadOnlyList<Badge> Badges { get; init; } = [];

    /// <summary>When somebody last thanked them for help.</summary>
    public DateTimeOffset? ThankedForHelpAt { get; init; }

    public GoalDialogState? Dialog { get; init; }

    /// <summary>The open reflection; independent of the goal dialog.</summary>
    public ReflectionDialogState? Reflecting { get; init; }

    /// <summary>
    /// Whether the reflection asked last: then what is typed is its answer, though a goal dialog is open too.
    /// </summary>
    public bool ReflectionAskedLast { get; init; }

    /// <summary>A draft put aside with <em>later</em> or <em>cancel</em>.</summary>
    public KeptDraft? Kept { get; init; }

    /// <summary>Goals that came up while another was being made, in the student's words, oldest first.</summary>
    public IReadOnlyList<string> Later { get; init; } = [];

    /// <summary>Days of their school's year that they told once.</summary>
    public IReadOnlyList<KnownSchoolDay> SchoolDays { get; init; } = [];

    /// <summary>Progress waiting to be told which goal it is about.</summary>
    public PendingProgress? Pending { get; init; }

    /// <summary>Words of which it was asked what they mean.</summary>
    public Unsure? Unsure { get; init; }

    /// <summary>How many unclear sentences were put to a language model today; null where none ever was.</summary>
    public SecondReadings? SecondReadings { get; init; }

    /// <summary>The last message that was typed: only that one can be corrected by editing it.</summary>
    public LastSaid? LastSaid { get; init; }

    /// <summary>The progress entry <em>undo</em> takes back.</summary>
    public string? LastEntry { get; init; }

    /// <summary>
    /// The last change or end of a goal, which <em>undo</em> takes back where nothing was logged since.
    /// </summary>
    public GoalAct? LastAct { get; init; }

    /// <summary>What was asked about a saved goal in the last message.</summary>
    public GoalQuestion? Question { get; init; }

    public IReadOnlyList<Goal> Goals { get; init; } = [];

    [JsonIgnore]
    public override DateTimeOffset? LeavesAt => Earliest(Erasure?.At, RetainUntil);

    [JsonIgnore]
    public override DateTimeOffset? WakeAt =>
        Earliest(
            base.WakeAt,
            Classes.Min(one => one.LookAt),
            TeacherReplies.Min(reply => reply.ShowAt),
            Nudge?.ShowAt,
            HelpCalls.Min(call => (DateTimeOffset?)call.ShowAt),
            AnswerCalls.Min(call => (DateTimeOffset?)call.ShowAt),
            PraiseOffers.Min(offer => offer.ShowAt),
            Surveys.Min(one => one.LookAt),
            Conference?.LookAt,
            Tasks.Min(one => one.Criteria.LookAt),
            Goals.Min(one => one.Criteria?.LookAt),
            Peers.Min(one => one.LookAt)
        );

    public override Head Told(IReadOnlyCollection<Delivery> deliveries)
    {
        var posts = Outbox
            .Entries.Where(entry => entry.Policy == OutboxPolicy.Post)
            .ToDictionary(entry => entry.Id, entry => entry.Born, StringComparer.Ordinal);
        var person = this;
        foreach (var delivery in deliveries)
        {
            if (
                delivery.Gone is { } why
                && Outbox.Entries.FirstOrDefault(one => one.Id == delivery.EntryId) is { } entry
            )
            {
                person = person.ReplyFailed(entry, why);
            }

            if (
                delivery.ActivityId is { } shown
                && Outbox.Entries.FirstOrDefault(one => one.Id == delivery.EntryId)?.About is { } about
            )
            {
                person = person with
                {
                    TeacherReplies =
                    [
                        .. person.TeacherReplies.Select(reply =>
                            reply.Id == about ? reply with { ActivityId = shown } : reply
                        ),
                    ],
                };
            }

            if (
                delivery is { Settled: true } and ({ Gone: not null } or { InDoubt: true })
                && posts.TryGetValue(delivery.EntryId, out var born)
            )
            {
                person = person.PromptFailed(
                    born,
                    delivery.Gone is null ? PromptOutcome.Unknown : PromptOutcome.Unreachable,
                    delivery.Gone
                );
            }
        }

        return person.ToldOutbox(deliveries);
    }

    public override Head GaveUp(IReadOnlyCollection<OutboxEntry> unknown) =>
        unknown.Aggregate(
            this,
            (person, entry) =>
                entry.Policy == OutboxPolicy.Post
                    ? person.PromptFailed(entry.Born, PromptOutcome.Unknown, null)
                    : person.ReplyFailed(entry, nameof(PromptOutcome.Unknown))
        );

    /// <summary>
    /// The goal with this id, if it is this person's: someone else's is as absent as one that never was.
    /// </summary>
    public Goal? FindGoal(string? id) => id is null ? null : Goals.FirstOrDefault(goal => goal.Id == id);

    public Badge? FindBadge(BadgeKind kind) => Badges.FirstOrDefault(badge => badge.Kind == kind);

    /// <summary>What a class knows of somebody who has not spoken yet.</summary>
    public Person Met(string? name, ConversationReference? chat, string? locale) =>
        this with
        {
            Name = Name ?? name,
            Chat = Chat ?? chat,
            Locale = Locale ?? locale,
        };

    public Person WithGoal(Goal changed) =>
        this with
        {
            Goals = [.. Goals.Select(goal => goal.Id == changed.Id ? changed : goal)],
        };

    private Head ToldOutbox(IReadOnlyCollection<Delivery> deliveries) => base.Told(deliveries);

    /// <summary>A teacher's answer did not arrive: the teacher is told in the next turn.</summary>
    private Person ReplyFailed(OutboxEntry entry, string why) =>
        entry is not { Policy: OutboxPolicy.Reply, To: not null }
            ? this
            : this with
            {
                TeacherReplies =
                [
                    .. TeacherReplies.Select(reply =>
                        reply.ShownAt == entry.Born ? reply with { LostBecause = why } : reply
                    ),
                ],
            };

    /// <summary>
    /// The prompt or the reminder that was sent at this moment did not arrive, or nobody knows: the report says so.
    /// </summary>
    private Person PromptFailed(DateTimeOffset sentAt, PromptOutcome outcome, string? detail) =>
        this with
        {
            Classes =
            [
                .. Classes.Select(one =>
                    one.LastPrompt is not { } prompt ? one
                    : prompt.At == sentAt
                        ? one.WithOutcome(prompt.Week, old => old with { Outcome = outcome, Detail = detail })
                    : prompt.RemindedAt == sentAt ? one.WithOutcome(prompt.Week, old => old with { Reminder = outcome })
                    : one
                ),
            ],
        };
}
