using System.Globalization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A link under which somebody's data can be had, for ten minutes and once, by whoever also has the code from the same
/// chat. Neither the link nor the code is kept: what is stored only tells them.
/// </summary>
/// <param name="Tries">Wrong codes so far.</param>
internal sealed record CopyLink(DateTimeOffset Until, int Tries = 0)
{
    /// <summary>Of the link and the code together.</summary>
    public string Mark { get; init; } = "";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>A million codes against five tries.</summary>
    private const int MostTries = 5;
    private const int CodeDigits = 6;

    /// <param name="seed">The turn's own, so that a turn which runs again makes the same.</param>
    public static (CopyLink Link, string Token, string Code) New(PersonId person, Guid seed, DateTimeOffset now)
    {
        var (secret, token) = LinkToken.New(person, seed);
        var code = (BitConverter.ToUInt64(LinkToken.Hash($"code|{seed:N}")) % 1_000_000).ToString(
            $"D{CodeDigits}",
            CultureInfo.InvariantCulture
        );
        return (new(now + Lasts) { Mark = LinkToken.MarkOf($"{secret}|{code}") }, token, code);
    }

    /// <summary>Whether it opens now. Either way it was a try.</summary>
    public bool Opens(string secret, string code, DateTimeOffset now) =>
        now < Until && Tries < MostTries && LinkToken.IsMark(Mark, $"{secret}|{code}");
}
