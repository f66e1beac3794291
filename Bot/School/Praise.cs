using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What somebody is praised for: what they did, never what they are. Praise of effort, of a way to do it and of help
/// raises motivation after a setback; praise of the person lowers it (Mueller and Dweck, 1998).
/// </summary>
internal enum PraiseStem
{
    Effort,
    Strategy,
    Comeback,
    Help,
    Progress,

    /// <summary>The coach's own: a goal was reached.</summary>
    Goal,

    /// <summary>The coach's own: a step of a goal was reached.</summary>
    Step,
}

/// <summary>A shout-out on its way. Its words lie only where somebody still decides about them.</summary>
/// <param name="From">Entra object id of who gives it; null for the coach, who offers a student's own news.</param>
/// <param name="To">Entra object id of the student named.</param>
/// <param name="Stem">Null where the giver used words of their own alone.</param>
/// <param name="Text">The giver's own words, or a goal in the student's; null where there are none, or they were
/// forgotten.</param>
internal sealed record Praise(string Id, string? From, string? FromName, string To, PraiseStem? Stem, string? Text)
{
    /// <summary>In characters (UTF-16). Longer ones get a friendly answer, never a cut.</summary>
    public const int MaxLength = 240;

    /// <summary>So many a day may one person give: the fourth would be worth less than the first.</summary>
    public const int MostADay = 3;

    /// <summary>A teacher's own needs no second look of a teacher.</summary>
    public bool ByTeacher { get; init; }

    public Praise WithoutWords() => this with { Stem = null, Text = null, FromName = null };

    /// <summary>What a student may give: the coach's own stems say what only the coach knows.</summary>
    public static IReadOnlyList<PraiseStem> Stems { get; } =
    [PraiseStem.Help, PraiseStem.Effort, PraiseStem.Strategy, PraiseStem.Comeback, PraiseStem.Progress];
}

/// <summary>How a student wants shout-outs.</summary>
internal enum PraiseWish
{
    AskMe,
    JustTellMe,
}

/// <summary>What the student named chose.</summary>
internal enum PraiseChoice
{
    InChannel,
    JustMe,
    NoThanks,
}

/// <summary>
/// A shout-out in the document of the student named. The giver never hears what was chosen: each no is silent.
/// </summary>
/// <param name="At">When it came.</param>
internal sealed record PraiseOffer(Praise Praise, DocumentKey Class, DateTimeOffset At)
{
    public string? ClassName { get; init; }

    /// <summary>Whether a teacher looks at it before the class does.</summary>
    public bool IsChecked { get; init; }

    /// <summary>
    /// When it is to be shown: after the quiet hours. Null once it was, or while nothing comes unasked.
    /// </summary>
    public DateTimeOffset? ShowAt { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public PraiseChoice? Choice { get; init; }

    [JsonIgnore]
    public bool IsOpen => Choice is null;
}
