using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What stands in the address of somebody's own page: whose it is, and a secret of 128 bits. Only a mark of the secret
/// is kept, so that nobody who reads the store can open the page.
/// </summary>
internal static class LinkToken
{
    private const int Longest = 1000;
    private const int SecretDigits = 32;

    /// <param name="seed">The turn's own, so that a turn which runs again makes the same.</param>
    public static (string Secret, string Token) New(PersonId person, Guid seed)
    {
        var secret = Convert.ToHexStringLower(Hash($"link|{seed:N}")[..(SecretDigits / 2)]);
        return (
            secret,
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{person.TenantId}\n{person.ObjectId}\n{secret}"))
        );
    }

    /// <summary>Whose a link is, and what it proves; null for what was never one.</summary>
    public static (PersonId Person, string Secret)? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token))
            return null;
        return
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n')
                is [{ Length: > 0 } tenant, { Length: > 0 } person, { Length: SecretDigits } secret]
            ? (new(tenant, person), secret)
            : null;
    }

    public static string MarkOf(string secret) => Convert.ToHexStringLower(Hash(secret));

    public static bool IsMark(string mark, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(MarkOf(secret)), Encoding.UTF8.GetBytes(mark));

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
