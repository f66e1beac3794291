using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Milestones.Conversations;

namespace Milestones.Pages.Visiting;

/// <summary>
/// Links by which the people of the local chat window see their pages, for trying out: they work for half a day, and on
/// this machine only (<see cref="PageGate"/>).
/// </summary>
internal sealed class LocalLinks(Seals seals, TimeProvider time)
{
    public const string Path = "/page/as";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private IDataProtector Seal => field ??= seals.For("page-local.1");

    public string Of(PersonId person) =>
        $"{Path}/{Seal.Protect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{person.TenantId}\n{person.ObjectId}\n{(time.GetUtcNow() + Lasts).ToUnixTimeSeconds()}"
            )
        )}";

    /// <summary>Null for what is no link of ours, or not any more.</summary>
    public PersonId? Read(string token)
    {
        try
        {
            return
                Seal.Unprotect(token).Split('\n') is [var tenant, var person, var until]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && DateTimeOffset.FromUnixTimeSeconds(seconds) > time.GetUtcNow()
                ? new(tenant, person)
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
