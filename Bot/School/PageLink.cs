using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A link under which somebody opens their page outside of Teams: for ten minutes and once, whoever holds it. The link
/// is not kept: what is stored only tells it.
/// </summary>
/// <param name="Mark">Of the link's secret.</param>
/// <param name="Class">The class, or the district, whose page it opens; null for a page of one's own.</param>
internal sealed record PageLink(DateTimeOffset Until, string Mark, DocumentKey? Class)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>A file that was handed in for the class and is to be looked at; null for the page itself.</summary>
    public string? Upload { get; init; }

    /// <summary>The path a link begins with.</summary>
    public const string Path = "/page/open";

    /// <param name="seed">The turn's own, so that a turn which runs again makes the same.</param>
    public static (PageLink Link, string Token) New(PersonId person, Guid seed, DateTimeOffset now, DocumentKey? to)
    {
        var (secret, token) = LinkToken.New(person, seed);
        return (new(now + Lasts, LinkToken.MarkOf(secret), to), token);
    }

    public bool Opens(string secret, DateTimeOffset now) => now < Until && LinkToken.IsMark(Mark, secret);
}
