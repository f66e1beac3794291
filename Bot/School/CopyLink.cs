using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var secret = Convert.ToHexStringLower(Hash($"link|{seed:N}")[..16]);
        var code = (BitConverter.ToUInt64(Hash($"code|{seed:N}")) % 1_000_000).ToString(
            $"D{CodeDigits}",
            CultureInfo.InvariantCulture
        );
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{person.TenantId}\n{person.ObjectId}\n{secret}"));
        return (new(now + Lasts) { Mark = MarkOf(secret, code) }, token, code);
    }

    /// <summary>Whose a link is, and what it proves; null for what was never one.</summary>
    public static (PersonId Person, string Secret)? Read(string token)
    {
        if (token.Length > 1000 || !Base64Url.IsValid(token))
            return null;
        return
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n')
                is [{ Length: > 0 } tenant, { Length: > 0 } person, { Length: 32 } secret]
            ? (new(tenant, person), secret)
            : null;
    }

    /// <summary>Whether it opens now. Either way it was a try.</summary>
    public bool Opens(string secret, string code, DateTimeOffset now) =>
        now < Until
        && Tries < MostTries
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(MarkOf(secret, code)),
            Encoding.UTF8.GetBytes(Mark)
        );

    private static string MarkOf(string secret, string code) => Convert.ToHexStringLower(Hash($"{secret}|{code}"));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
