using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language.Concerns;

namespace Milestones.School;

/// <summary>
/// A message from one document to another. It rides in the sender's outbox until the receiver's commit has taken it,
/// and is taken once, by its id.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "message")]
[JsonDerivedType(typeof(JoinedClass), "joinedClass")]
[JsonDerivedType(typeof(LeftClass), "leftClass")]
[JsonDerivedType(typeof(ConcernHeard), "concernHeard")]
[JsonDerivedType(typeof(AlertRaised), "alertRaised")]
[JsonDerivedType(typeof(AlertHandled), "alertHandled")]
[JsonDerivedType(typeof(AlertHandling), "alertHandling")]
[JsonDerivedType(typeof(AlertClosed), "alertClosed")]
[JsonDerivedType(typeof(ClassSetUp), "classSetUp")]
[JsonDerivedType(typeof(CheckAsked), "checkAsked")]
[JsonDerivedType(typeof(TeacherReplied), "teacherReplied")]
[JsonDerivedType(typeof(ReplyLost), "replyLost")]
[JsonDerivedType(typeof(ReflectionHandled), "reflectionHandled")]
[JsonDerivedType(typeof(StudentAnswered), "studentAnswered")]
[JsonDerivedType(typeof(AnswerLost), "answerLost")]
[JsonDerivedType(typeof(AnswerSeen), "answerSeen")]
[JsonDerivedType(typeof(RepliesMet), "repliesMet")]
[JsonDerivedType(typeof(Nudged), "nudged")]
[JsonDerivedType(typeof(PromptNow), "promptNow")]
[JsonDerivedType(typeof(HelpAsked), "helpAsked")]
[JsonDerivedType(typeof(RosterWanted), "rosterWanted")]
[JsonDerivedType(typeof(TeacherClaimed), "teacherClaimed")]
[JsonDerivedType(typeof(ClaimAnswered), "claimAnswered")]
[JsonDerivedType(typeof(PraiseGiven), "praiseGiven")]
[JsonDerivedType(typeof(PraiseOffered), "praiseOffered")]
[JsonDerivedType(typeof(PraiseAgreed), "praiseAgreed")]
[JsonDerivedType(typeof(PraiseWithdrawn), "praiseWithdrawn")]
[JsonDerivedType(typeof(PostDecided), "postDecided")]
[JsonDerivedType(typeof(WeekDecided), "weekDecided")]
[JsonDerivedType(typeof(BadgeHidden), "badgeHidden")]
[JsonDerivedType(typeof(ValuesImported), "valuesImported")]
[JsonDerivedType(typeof(ImportTakenBack), "importTakenBack")]
[JsonDerivedType(typeof(ImportNoted), "importNoted")]
[JsonDerivedType(typeof(FamilyLinkMade), "familyLinkMade")]
[JsonDerivedType(typeof(FamilyLinkEnded), "familyLinkEnded")]
[JsonDerivedType(typeof(ReteachNoted), "reteachNoted")]
[JsonDerivedType(typeof(UnitBegun), "unitBegun")]
[JsonDerivedType(typeof(UnitDecided), "unitDecided")]
[JsonDerivedType(typeof(UnitsTold), "unitsTold")]
[JsonDerivedType(typeof(TargetsMarked), "targetsMarked")]
[JsonDerivedType(typeof(ConferenceDaySet), "conferenceDaySet")]
[JsonDerivedType(typeof(TaskSet), "taskSet")]
[JsonDerivedType(typeof(TaskDecided), "taskDecided")]
[JsonDerivedType(typeof(TasksTold), "tasksTold")]
[JsonDerivedType(typeof(CriteriaGiven), "criteriaGiven")]
[JsonDerivedType(typeof(CriteriaDeclined), "criteriaDeclined")]
[JsonDerivedType(typeof(PeerAsked), "peerAsked")]
[JsonDerivedType(typeof(PeerAnswered), "peerAnswered")]
[JsonDerivedType(typeof(PeerTold), "peerTold")]
[JsonDerivedType(typeof(PairsMade), "pairsMade")]
[JsonDerivedType(typeof(PeerPaired), "peerPaired")]
[JsonDerivedType(typeof(InsightShared), "insightShared")]
[JsonDerivedType(typeof(InsightPosted), "insightPosted")]
[JsonDerivedType(typeof(ReviewKept), "reviewKept")]
[JsonDerivedType(typeof(SchoolCounted), "schoolCounted")]
[JsonDerivedType(typeof(SchoolNamed), "schoolNamed")]
internal abstract record DocumentMessage;

/// <summary>Class to person: you are in, or something about the class has changed.</summary>
/// <param name="Chat">Where the person is reached, found when the class was checked; null when they cannot be.</param>
/// <param name="Locale">The class's language tag, for as long as the person's own is not known.</param>
internal sealed record JoinedClass(Membership Membership, string? Name, ConversationReference? Chat, string? Locale)
    : DocumentMessage;

/// <summary>Class to person: you are out. Nothing more is sent on behalf of that class.</summary>
internal sealed record LeftClass(DocumentKey Class) : DocumentMessage;

/// <summary>Class to person: you wrote something serious in our channel. Kind, never the words.</summary>
/// <param name="Chat">The private chat, where it could be opened.</param>
internal sealed record ConcernHeard(
    DocumentKey Class,
    Concern Concern,
    string? Name,
    ConversationReference? Chat,
    string? Locale
) : DocumentMessage;

/// <summary>Person to class: somebody should look. Kind and time, never the words.</summary>
internal sealed record AlertRaised(PersonId Person, string? Name, OpenAlert Alert) : DocumentMessage;

/// <summary>Class to person: an adult has dealt with it.</summary>
internal sealed record AlertHandled(string AlertId) : DocumentMessage;

/// <summary>Contact to class: I'm on it, or it was a false alarm. The class checks again that they may.</summary>
internal sealed record AlertHandling(string AlertId, PersonId By, string? ByName, bool FalseAlarm) : DocumentMessage;

/// <summary>Student to their other classes: an adult has dealt with it elsewhere.</summary>
internal sealed record AlertClosed(string AlertId) : DocumentMessage;

/// <summary>Teacher to class: the set-up card, filled in where the class's channel was not at hand.</summary>
/// <param name="Teachers">Entra object ids of those who teach here too; null leaves them as they are.</param>
internal sealed record ClassSetUp(PersonId By, ClassSettings Settings, IReadOnlyList<string>? Teachers)
    : DocumentMessage
{
    /// <summary>
    /// How often the class had been set up when the card was opened; null where the card did not know.
    /// </summary>
    public int? Seen { get; init; }
}

/// <summary>Teacher to class: see again who can be reached.</summary>
internal sealed record CheckAsked(PersonId By) : DocumentMessage;

/// <summary>Teacher to student: an answer to what they shared, or to their call for help.</summary>
internal sealed record TeacherReplied(
    string ReplyId,
    DocumentKey Class,
    DocumentKey Teacher,
    string? TeacherName,
    string Text
) : DocumentMessage
{
    /// <summary>
    /// The newest answer of another teacher that this one had seen; empty where there was none, null where an earlier
    /// version did not say.
    /// </summary>
    public string? After { get; init; }

    /// <summary>It comes unasked: what waits for an answer waits still.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Where it is feedback on work; null for an answer.</summary>
    public WorkFeedback? Feedback { get; init; }
}

/// <summary>
/// Student to teacher: the answer did not arrive. Why in the connector's word, or in ours: <c>Left</c>, <c>Unknown</c>.
/// </summary>
internal sealed record ReplyLost(string ReplyId, DocumentKey Class, string? StudentName, string Why) : DocumentMessage;

/// <summary>
/// Student to teacher: there is something written back to your answer, in the student's own document.
/// </summary>
internal sealed record StudentAnswered(string ReplyId, DocumentKey Class, PersonId Student, string? StudentName)
    : DocumentMessage;

/// <summary>Teacher to student: what you wrote back did not reach them.</summary>
internal sealed record AnswerLost(string ReplyId) : DocumentMessage;

/// <summary>Teacher to student: what you wrote back was before them.</summary>
internal sealed record AnswerSeen(string ReplyId) : DocumentMessage;

/// <summary>Student to teacher: another teacher's answer came a moment before yours; both are there.</summary>
internal sealed record RepliesMet(DocumentKey Class, string? StudentName, string? TeacherName) : DocumentMessage;

/// <summary>Teacher to student: what waited for an answer is dealt with.</summary>
/// <param name="Teacher">By whom, who has also dealt with what was written back to them; null from earlier
/// versions.</param>
internal sealed record ReflectionHandled(DocumentKey Class, DocumentKey? Teacher = null) : DocumentMessage;

/// <summary>Teacher to student: a friendly push.</summary>
internal sealed record Nudged(DocumentKey Class, string? TeacherName) : DocumentMessage;

/// <summary>Teacher to student: the question of this week now, where it may come and was not asked yet.</summary>
internal sealed record PromptNow(DocumentKey Class, IsoWeek Week) : DocumentMessage;

/// <summary>Student to class, and class to each of its teachers: I'd like help.</summary>
internal sealed record HelpAsked(PersonId Student, DocumentKey Class, string? StudentName) : DocumentMessage;

/// <summary>A student of a class to it: I teach here.</summary>
internal sealed record TeacherClaimed(PersonId By) : DocumentMessage;

/// <summary>Teacher to class: whether somebody who says so teaches here. The class checks that they may.</summary>
/// <param name="Person">Entra object id of who says so.</param>
internal sealed record ClaimAnswered(PersonId By, string Person, bool Teaches) : DocumentMessage;

/// <summary>
/// Teacher to class: read again who is in it, and who teaches it. The class asks that itself now; the outbox of an
/// earlier version may hold one.
/// </summary>
internal sealed record RosterWanted : DocumentMessage;

/// <summary>Somebody of a class to it: a shout-out for one of its students. The class checks both.</summary>
internal sealed record PraiseGiven(Praise Praise, DocumentKey Class) : DocumentMessage;

/// <summary>Class to the student named: what was said of you, and who would see it.</summary>
/// <param name="IsChecked">Whether a teacher looks at it before the class does.</param>
internal sealed record PraiseOffered(Praise Praise, DocumentKey Class, string? ClassName, bool IsChecked)
    : DocumentMessage;

/// <summary>The student named to the class: it may be told. A no is no message.</summary>
internal sealed record PraiseAgreed(Praise Praise, bool Mention) : DocumentMessage;

/// <summary>The student named to the class: it may not be told any more, or is not to stand there any more.</summary>
internal sealed record PraiseWithdrawn(string PraiseId, PersonId By) : DocumentMessage;

/// <summary>Teacher to class: what is to become of a post. The class checks again that they may.</summary>
/// <param name="ChannelId">Where it goes from now on; null leaves that as it is.</param>
internal sealed record PostDecided(string PostId, PersonId By, PostAct Act, string? ChannelId) : DocumentMessage
{
    /// <summary>
    /// <see cref="ClassPost.Sends"/> as the teacher saw it: what they say is of that card, not of a later one. Null in
    /// decisions of a version before.
    /// </summary>
    public int? Sends { get; init; }
}

/// <summary>Teacher to class: whether its week is posted, and how. The class checks again that they may.</summary>
internal sealed record WeekDecided(PersonId By, IsoWeek Week, bool Posts) : DocumentMessage
{
    /// <summary>The numbers that are shown; null shows all there are.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>A line of the teacher's own.</summary>
    public string? Note { get; init; }
}

/// <summary>Student to class: this badge of mine is not to stand there any more.</summary>
internal sealed record BadgeHidden(PersonId By, BadgeKind Kind) : DocumentMessage;

/// <summary>A teacher's import to each student in it: numbers of yours from the school.</summary>
internal sealed record ValuesImported(string Import, IReadOnlyList<ImportedValue> Values) : DocumentMessage;

/// <summary>An import to each student it may have reached: it is taken back.</summary>
internal sealed record ImportTakenBack(string Import) : DocumentMessage;

/// <summary>Teacher to class: an import was begun, is done, or is taken back. The class checks that they may.</summary>
/// <param name="Way">What was said of the file, to be remembered; null for nothing.</param>
internal sealed record ImportNoted(PersonId By, ClassImport Import, ImportWay? Way) : DocumentMessage;

/// <summary>Teacher to student: there is a link for your home, of what you share in that class.</summary>
internal sealed record FamilyLinkMade(FamilyLink Link) : DocumentMessage;

/// <summary>Teacher to student: the link that was made for your home in that class is over.</summary>
internal sealed record FamilyLinkEnded(DocumentKey Class) : DocumentMessage;

/// <summary>Teacher to class: what they will teach again. The class checks that they may.</summary>
internal sealed record ReteachNoted(ReteachNote Note) : DocumentMessage;

/// <summary>Teacher to class: a unit begins. The class checks that they may.</summary>
internal sealed record UnitBegun(PersonId By, LearningUnit Unit) : DocumentMessage;

/// <summary>Teacher to class: what is to become of a unit. The class checks again that they may.</summary>
internal sealed record UnitDecided(PersonId By, string Unit, UnitAct Act) : DocumentMessage;

/// <summary>Class to student: something about our units is new. What it is stands in the class.</summary>
internal sealed record UnitsTold(DocumentKey Class) : DocumentMessage;

/// <summary>A student's teacher, who was asked just now whether they are it, to the student: how I see it.</summary>
internal sealed record TargetsMarked(DocumentKey Class, string Unit, IReadOnlyList<TargetMark> Marks) : DocumentMessage;

/// <summary>Teacher to class: the day of the conferences; null for none. The class checks that they may.</summary>
internal sealed record ConferenceDaySet(PersonId By, DateOnly? On) : DocumentMessage;

/// <summary>Teacher to class: a task begins, or is told in other words. The class checks that they may.</summary>
internal sealed record TaskSet(PersonId By, ClassTask Task) : DocumentMessage;

/// <summary>Teacher to class: what is to become of a task. The class checks again that they may.</summary>
internal sealed record TaskDecided(PersonId By, string Task, TaskAct Act) : DocumentMessage;

/// <summary>Class to student: something about our tasks is new. What it is stands in the class.</summary>
internal sealed record TasksTold(DocumentKey Class) : DocumentMessage;

/// <summary>A student's teacher, asked just now whether they are it, to the student: what your goal is to
/// show.</summary>
internal sealed record CriteriaGiven(DocumentKey Class, string Goal, IReadOnlyList<Criterion> List) : DocumentMessage;

/// <summary>A student's teacher to the student: not the criteria you proposed. Why comes as an answer.</summary>
internal sealed record CriteriaDeclined(DocumentKey Class, string Goal) : DocumentMessage;

/// <summary>Teacher to colleague, who teaches one of their classes too: look at these figures.</summary>
internal sealed record InsightShared(string? ByName, SharedInsight Figures) : DocumentMessage;

/// <summary>Teacher to class: these figures are to be posted in its channel. The class checks that they may.</summary>
internal sealed record InsightPosted(PersonId By, SharedInsight Figures) : DocumentMessage;

/// <summary>Teacher to class: what was noted and decided over a period. The class checks that they may.</summary>
internal sealed record ReviewKept(ReviewNote Note) : DocumentMessage;

/// <summary>Class to school: what I count now, in the place of what I told before; null for nothing.</summary>
internal sealed record SchoolCounted(SchoolPart? Before, SchoolPart? Now) : DocumentMessage;

/// <summary>School to its district: there is a school of this name, or no class of it is counted any more.</summary>
internal sealed record SchoolNamed(bool IsGone) : DocumentMessage
{
    public string Name { get; init; } = "";
}

internal enum PostAct
{
    Approve,
    Decline,
    TakeDown,
    IsThere,
    IsNotThere,
    Again,
}

/// <summary>A message from another document.</summary>
internal sealed record Received(DocumentMessage Message) : TurnInput;

/// <summary>A message together with whom it is for.</summary>
internal sealed record Addressed(DocumentKey To, DocumentMessage Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(DocumentMessage))]
internal sealed partial class MessageJson : JsonSerializerContext;
