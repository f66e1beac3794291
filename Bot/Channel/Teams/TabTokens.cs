using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Milestones.School;

namespace Milestones.Channel.Teams;

/// <summary>
/// Checks the token that Teams gives a tab for whoever is signed in there, as strictly as the bot's own: form and
/// algorithm, tenant, issuer and audience of its version, lifetime, scope, key, signature. Nothing a script says of a
/// person counts beside it.
/// </summary>
/// <remarks>
/// https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference: a token of version 1.0 is for the
/// app's URI, one of version 2.0 for its id; which is sent, the registration says.
/// </remarks>
internal sealed class TabTokens(BotOptions options, SchoolOptions school, TenantKeys tenantKeys, TimeProvider time)
{
    /// <summary>The permission that Teams asks for in the name of its people.</summary>
    private const string Scope = "access_as_user";

    private readonly string _appId = options.AppId.ToLowerInvariant();
    private readonly BearerTokens _tokens = new(time);
    private readonly HashSet<string> _tenants = new(
        options.AllowedTenants.Count > 0 ? options.AllowedTenants : [options.TenantId],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether the people of a tenant are served; without an app id, whoever this machine lets in.</summary>
    public bool Serves(string tenant) => !options.HasAppId || _tenants.Contains(tenant);

    public async ValueTask<(TabUser? User, Refusal? Refusal)> ValidateAsync(
        string? authorization,
        CancellationToken cancellationToken
    )
    {
        var (token, unread) = _tokens.Read(authorization);
        if (token is null)
            return (null, unread);
        if (!options.HasAppId || Id(token, "tid") is not { } tenant || !_tenants.Contains(tenant))
            return (null, Refusal.TenantNotAllowed);
        if (Expected(token, tenant) is not { } expected)
            return (null, Refusal.WrongIssuer);
        if (BearerTokens.CheckClaims(token, expected) is { } wrong)
            return (null, wrong);
        if (
            Id(token, "oid") is not { } person
            || !Text(token, "scp").Split(' ').Contains(Scope, StringComparer.Ordinal)
        )
        {
            return (null, Refusal.NotForAPerson);
        }

        return await SignedAsync(token, expected, tenantKeys.Of(tenant), cancellationToken) is { } refusal
            ? (null, refusal)
            : (new(new(tenant, person), new(token.ValidTo, TimeSpan.Zero)), null);
    }

    private async ValueTask<Refusal?> SignedAsync(
        JsonWebToken token,
        TokenValidationParameters expected,
        SigningKeys signingKeys,
        CancellationToken cancellationToken
    )
    {
        if (await signingKeys.GetAsync(cancellationToken) is not { } keys)
            return Refusal.KeysUnavailable;
        if (string.IsNullOrEmpty(token.Kid))
            return Refusal.UnknownKey;
        if (!keys.Keys.TryGetValue(token.Kid, out var key))
            key = (await signingKeys.GetNewerAsync(cancellationToken))!.Keys.GetValueOrDefault(token.Kid);
        return key is null ? Refusal.UnknownKey : await _tokens.CheckSignatureAsync(token, expected, key.Key);
    }

    /// <summary>What a token of its version has to say; null for a version nobody issues.</summary>
    private TokenValidationParameters? Expected(JsonWebToken token, string tenant)
    {
        var (issuer, audience) = Text(token, "ver") switch
        {
            "1.0" => ($"https://sts.windows.net/{tenant}/", AppUri),
            "2.0" => (tenantKeys.IssuerOf(tenant), _appId),
            _ => (null, null),
        };
        return issuer is null || audience is null ? null : _tokens.Expected(issuer, audience);
    }

    /// <summary>
    /// <c>api://host/botid-…</c>, as the manifest has it; null where the school's address is not set.
    /// </summary>
    private string? AppUri =>
        Uri.TryCreate(school.Address, UriKind.Absolute, out var address)
            ? $"api://{address.Authority}/botid-{_appId}"
            : null;

    /// <summary>An id as activities write it; null for what is none.</summary>
    private static string? Id(JsonWebToken token, string claim) =>
        Guid.TryParseExact(Text(token, claim), "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;

    private static string Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out string? value) ? value ?? "" : "";
}
