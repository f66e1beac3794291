using System.Text.Json.Serialization;
using Milestones.Conversations;
using Milestones.Language;

namespace Milestones.School;

/// <summary>Whose document an entry lies in.</summary>
internal enum PeerSide
{
    /// <summary>Theirs who asked.</summary>
    Asked,

    /// <summary>Theirs who was asked.</summary>
    Giving,
}

internal enum PeerState
{
    /// <summary>A teacher paired them; what the classmate is to see is not chosen yet.</summary>
    Choosing,

    /// <summary>It is with the classmate; in that one's document, it waits for them.</summary>
    Waiting,

    Answered,

    /// <summary>The giver's: it helped.</summary>
    Thanked,

    /// <summary>Nobody is told why.</summary>
    Declined,

    /// <summary>It could not get there; see <see cref="PeerFeedback.News"/>.</summary>
    Unreached,

    TooLate,
    TakenBack,
}

/// <summary>Whether feedback helped whoever asked for it.</summary>
internal enum PeerHelp
{
    Helped,
    ABit,
    NotThisTime,
}

/// <summary>Feedback between two students of a class, as one of the two documents has it.</summary>
/// <param name="Id">The same in both.</param>
/// <param name="Other">Entra object id of the classmate.</param>
/// <param name="At">When it was asked for.</param>
internal sealed record PeerFeedback(string Id, DocumentKey Class, PeerSide Side, string Other, DateTimeOffset At)
{
    /// <summary>What is shown to a classmate: a goal's sentence, a few words, a link. In characters (UTF-16).</summary>
    public const int LongestWork = 300;

    /// <summary>A strength, and a question.</summary>
    public const int LongestWords = 200;

    /// <summary>On each side, with whatever is open; older ones fall away.</summary>
    public const int MostKept = 6;

    /// <summary>Bytes of all of them, roughly: what others send must leave room in a document.</summary>
    public const int MostBytes = 12 * 1024;

    /// <summary>So many wait for one student at once; pairs of a teacher come beside them.</summary>
    public const int MostWaiting = 3;

    /// <summary>So many a day may one student ask.</summary>
    public const int MostADay = 5;

    /// <summary>After so long nobody waits for an answer any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(10);

    public string? OtherName { get; init; }

    /// <summary>Exactly what the asker chose to show; null for the youngest, who sit beside each other.</summary>
    public string? Work { get; init; }

    /// <summary>What it is about, for the stems.</summary>
    public Area Area { get; init; }

    /// <summary>The success criteria of the goal it is about, in their words, for the stems; none where it has
    /// none.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>A teacher put the two together.</summary>
    public bool IsPaired { get; init; }

    public PeerState State { get; init; }

    /// <summary>Why it did not get there.</summary>
    public PeerNews? News { get; init; }

    public string? Strength { get; init; }

    public string? Question { get; init; }

    /// <summary>What the asker says of it; the giver hears of <see cref="PeerHelp.Helped"/> alone.</summary>
    public PeerHelp? Help { get; init; }

    /// <summary>When its state was shown to whoever's document this is; null while it is to be.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>When it wants to be looked at; computed anew with every turn, null when nothing is to come.</summary>
    public DateTimeOffset? LookAt { get; init; }

    [JsonIgnore]
    public bool IsOpen => State is PeerState.Choosing or PeerState.Waiting;

    /// <summary>There is something in it that its person has not seen.</summary>
    [JsonIgnore]
    public bool IsNews =>
        ShownAt is null
        && State switch
        {
            PeerState.TakenBack => false,
            PeerState.Waiting => Side == PeerSide.Giving,
            PeerState.Thanked => true,
            _ => Side == PeerSide.Asked,
        };

    /// <summary>Bytes it takes in a document, at the most.</summary>
    [JsonIgnore]
    public int Size =>
        500 + BytesOf(OtherName) + BytesOf(Work) + BytesOf(Strength) + BytesOf(Question) + Criteria.Sum(BytesOf);

    public PeerFeedback In(PeerState state) => this with { State = state, ShownAt = null };

    /// <summary>It ended, and nobody needs to be told.</summary>
    public PeerFeedback Over(PeerState state, DateTimeOffset now) => this with { State = state, ShownAt = now };

    /// <summary>A letter beyond ASCII is written as six.</summary>
    private static int BytesOf(string? text) => text?.Sum(letter => char.IsAscii(letter) ? 1 : 6) ?? 0;
}

/// <summary>What a student asks one classmate to look at.</summary>
/// <param name="From">Entra object id, as <paramref name="To"/>.</param>
internal sealed record PeerRequest(string Id, string From, string? FromName, string To, string? ToName)
{
    public string? Work { get; init; }

    public Area Area { get; init; }

    public IReadOnlyList<string> Criteria { get; init; } = [];

    public bool IsPaired { get; init; }

    /// <summary>As it lies with one of the two.</summary>
    public PeerFeedback For(PeerSide side, DocumentKey classroom, DateTimeOffset now) =>
        new(Id, classroom, side, side == PeerSide.Asked ? To : From, now)
        {
            OtherName = side == PeerSide.Asked ? ToName : FromName,
            Work = Work,
            Area = Area,
            Criteria = Criteria,
            IsPaired = IsPaired,
            State = PeerState.Waiting,
        };
}

/// <summary>What one of the two is told of the other, without any words.</summary>
internal enum PeerNews
{
    Declined,

    /// <summary>The bot cannot reach them.</summary>
    Unreached,

    /// <summary>They are not in the class any more.</summary>
    Left,

    /// <summary>Enough waits for them already.</summary>
    Busy,

    /// <summary>The class does without feedback from classmates.</summary>
    Off,

    TakenBack,
    Helped,
}

/// <summary>Student to their class, and class to the classmate: would you look at this?</summary>
internal sealed record PeerAsked(DocumentKey Class, PeerRequest Request) : DocumentMessage;

/// <summary>The classmate to the class, and class to who asked: one strength, one question.</summary>
internal sealed record PeerAnswered(
    DocumentKey Class,
    string Id,
    string From,
    string To,
    string Strength,
    string Question
) : DocumentMessage;

/// <summary>One of the two to the class, and class to the other; or the class itself.</summary>
internal sealed record PeerTold(DocumentKey Class, string Id, string From, string To, PeerNews News) : DocumentMessage;

/// <summary>Teacher to class: these look at each other's work. The class checks that they may.</summary>
internal sealed record PairsMade(PersonId By, PairRound Round) : DocumentMessage;

/// <summary>Class to student: your teacher paired you.</summary>
/// <param name="Request">From this student; without anything to show yet.</param>
/// <param name="IsSent">The classmate has it already, as among the youngest.</param>
internal sealed record PeerPaired(DocumentKey Class, PeerRequest Request, bool IsSent) : DocumentMessage;
