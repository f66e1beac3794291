using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Milestones.Channel.Teams;

namespace Milestones.Pages.Visiting;

/// <summary>
/// Somebody looks at the figures of a school by a link of the command: nobody known, so the cookie opens that page and
/// no other. As with <see cref="Visits"/>, nothing of it is kept here.
/// </summary>
internal sealed class SchoolVisits(Seals seals, TabTokens tokens, TimeProvider time)
{
    private const string Cookie = "__Host-milestones-school";

    private IDataProtector Seal => field ??= seals.For("page-school.1");

    public void Begin(HttpContext context, string tenantId)
    {
        var until = time.GetUtcNow() + Visits.ByLink;
        context.Response.Cookies.Append(
            Cookie,
            Seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{tenantId}\n{until.ToUnixTimeSeconds()}")),
            Visits.Kept(Visits.ByLink)
        );
    }

    /// <summary>The tenant whose schools are looked at; null for nobody's visit, and for one that is over.</summary>
    public string? Of(HttpRequest request)
    {
        try
        {
            return
                request.Cookies[Cookie] is { Length: > 0 and < 2000 } sealedText
                && Seal.Unprotect(sealedText).Split('\n') is [var tenant, var until]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && DateTimeOffset.FromUnixTimeSeconds(seconds) > time.GetUtcNow()
                && tokens.Serves(tenant)
                ? tenant
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
