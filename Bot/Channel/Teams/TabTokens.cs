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

    private const string Bearer = "Bearer ";

    private readonly string _appId = options.AppId.ToLowerInvariant();
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };
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
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return (null, Refusal.NoBearerToken);
        if (Read(authorization[Bearer.Length..].Trim()) is not { } token)
            return (null, Refusal.MalformedToken);
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return (null, Refusal.AlgorithmNotAllowed);
        if (!options.HasAppId || Id(token, "tid") is not { } tenant || !_tenants.Contains(tenant))
            return (null, Refusal.TenantNotAllowed);
        if (Expected(token, tenant) is not { } expected)
            return (null, Refusal.WrongIssuer);
        if (CheckClaims(token, expected) is { } wrong)
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
        if (key is null)
            return Refusal.UnknownKey;
        expected.IssuerSigningKey = key.Key;
        return (await _handler.ValidateTokenAsync(token, expected)).IsValid ? null : Refusal.WrongSignature;
    }

    private JsonWebToken? Read(string encoded)
    {
        try
        {
            return _handler.CanReadToken(encoded) ? _handler.ReadJsonWebToken(encoded) : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
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
        return issuer is null || audience is null
            ? null
            : new()
            {
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                ValidIssuer = issuer,
                ValidAudience = audience,
                LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
                TryAllIssuerSigningKeys = false,
            };
    }

    /// <summary>
    /// <c>api://host/botid-…</c>, as the manifest has it; null where the school's address is not set.
    /// </summary>
    private string? AppUri =>
        Uri.TryCreate(school.Address, UriKind.Absolute, out var address)
            ? $"api://{address.Authority}/botid-{_appId}"
            : null;

    // Before the key, so that a token for someone else never makes us ask for keys. All of it is checked again with the
    // signature.
    private static Refusal? CheckClaims(JsonWebToken token, TokenValidationParameters expected)
    {
        if (!string.Equals(token.Issuer, expected.ValidIssuer, StringComparison.Ordinal))
            return Refusal.WrongIssuer;
        if (!token.Audiences.Contains(expected.ValidAudience, StringComparer.Ordinal))
            return Refusal.WrongAudience;
        return expected.LifetimeValidator(Time(token.ValidFrom), Time(token.ValidTo), token, expected)
            ? null
            : Refusal.OutsideItsLifetime;

        static DateTime? Time(DateTime time) => time == DateTime.MinValue ? null : time;
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - TokenValidator.ClockSkew
            && (notBefore is null || notBefore <= now + TokenValidator.ClockSkew);
    }

    /// <summary>An id as activities write it; null for what is none.</summary>
    private static string? Id(JsonWebToken token, string claim) =>
        Guid.TryParseExact(Text(token, claim), "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;

    private static string Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out string? value) ? value ?? "" : "";
}
