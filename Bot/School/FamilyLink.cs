using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// A link for home: for two weeks whoever holds it sees some of a student's goals, as often as wanted. There is one at
/// a time; the link itself is not kept, what is stored only tells it.
/// </summary>
internal sealed record FamilyLink(DateTimeOffset Until)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>The path a link begins with.</summary>
    public const string Path = "/home";

    /// <summary>Of the link's secret.</summary>
    public string Mark { get; init; } = "";

    /// <summary>The family's, as a tag of ours.</summary>
    public string Language { get; init; } = "";

    /// <summary>The goals the student chose.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>
    /// The class whose teacher made it; it shows what was shared there, and no more. Null where the student chose.
    /// </summary>
    public DocumentKey? Class { get; init; }

    /// <summary>Whether weeks that were shared with a teacher stand on it too.</summary>
    public bool ShowsWeeks { get; init; }

    /// <param name="student">Whose page it opens.</param>
    /// <param name="seed">The turn's own, so that a turn which runs again makes the same.</param>
    public static (FamilyLink Link, string Token) New(PersonId student, Guid seed, DateTimeOffset now, string? language)
    {
        var (secret, token) = LinkToken.New(student, seed);
        return (
            new(now + Lasts)
            {
                Mark = LinkToken.MarkOf(secret),
                Language = Voice.Languages.Contains(language, StringComparer.Ordinal) ? language! : Voice.Languages[0],
            },
            token
        );
    }

    public bool IsOpen(DateTimeOffset now) => now < Until;

    public bool Opens(string secret, DateTimeOffset now) => IsOpen(now) && LinkToken.IsMark(Mark, secret);
}
