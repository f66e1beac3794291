using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Milestones.Channel.Teams;
using Milestones.Conversations;

namespace Milestones.Pages.Visiting;

/// <summary>
/// A visit is kept in a cookie that only this bot can make and read: nothing of it is kept here, so any process of the
/// bot answers. It says who looks, never what they may see; that is asked afresh for each page.
/// </summary>
internal sealed class Visits(Seals seals, TabTokens tokens, TimeProvider time)
{
    /// <summary>The prefix makes browsers refuse it from another host, another path or an unsafe connection.</summary>
    public const string Cookie = "__Host-milestones";

    private const string SignedIn = "signed-in";

    /// <summary>After a sign-in of Teams; the tab renews it by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>After a link, in a browser that may be shared.</summary>
    public static readonly TimeSpan ByLink = TimeSpan.FromMinutes(30);

    private IDataProtector Seal => field ??= seals.For("page-visit.1");

    /// <summary>A visit of somebody who has a link.</summary>
    public void BeginByLink(HttpContext context, PersonId person) =>
        Begin(context, new(person, time.GetUtcNow() + ByLink, IsSignedIn: false));

    /// <summary>A visit of somebody who is signed in.</summary>
    /// <param name="until">When what it rests on ends, where that is known.</param>
    public void BeginSignedIn(HttpContext context, PersonId person, DateTimeOffset? until = null)
    {
        var longest = time.GetUtcNow() + Longest;
        Begin(context, new(person, until < longest ? until.Value : longest, IsSignedIn: true));
    }

    private void Begin(HttpContext context, Visit visit) =>
        context.Response.Cookies.Append(Cookie, Seal.Protect(Write(visit)), Kept(visit.Until - time.GetUtcNow()));

    /// <summary>How browsers are to keep a visit.</summary>
    public static CookieOptions Kept(TimeSpan lasts)
    {
        var options = new CookieOptions
        {
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.None,
            MaxAge = lasts,
        };

        // In a frame of Teams the cookie is the frame's alone (CHIPS): no other site that frames the bot gets it.
        options.Extensions.Add("Partitioned");
        return options;
    }

    /// <summary>Null for nobody, for a visit that is over, and for a tenant that is served no more.</summary>
    public Visit? Of(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 and < 2000 } sealedText
        && Read(sealedText) is { } visit
        && visit.Until > time.GetUtcNow()
        && tokens.Serves(visit.Person.TenantId)
            ? visit
            : null;

    private Visit? Read(string sealedText)
    {
        try
        {
            return
                Seal.Unprotect(sealedText).Split('\n') is [var tenant, var person, var until, .. var more]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new(new(tenant, person), DateTimeOffset.FromUnixTimeSeconds(seconds), more is [SignedIn])
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Write(Visit visit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{visit.Person.TenantId}\n{visit.Person.ObjectId}\n{visit.Until.ToUnixTimeSeconds()}"
        ) + (visit.IsSignedIn ? $"\n{SignedIn}" : "");
}
