using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Milestones.Channel.Teams;

/// <summary>What a valid token says beside that it is one.</summary>
internal sealed record VerifiedToken(string? ServiceUrl, ChannelKey Key);

/// <summary>
/// Checks inbound tokens as the Bot Framework documents it, in that order: form and algorithm, issuer, audience,
/// lifetime, key, signature.
/// </summary>
internal sealed class TokenValidator(BotOptions options, SigningKeys signingKeys, TimeProvider time)
{
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";

    // As the services write it, whatever the case in the settings.
    private readonly string _audience = options.AppId.ToLowerInvariant();
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    public async ValueTask<(VerifiedToken? Token, Refusal? Refusal)> ValidateAsync(
        string? authorization,
        CancellationToken cancellationToken
    )
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, Refusal.NoBearerToken);
        if (Read(authorization[Scheme.Length..].Trim()) is not { } token)
            return (null, Refusal.MalformedToken);
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return (null, Refusal.AlgorithmNotAllowed);
        if (await signingKeys.GetAsync(cancellationToken) is not { } keys)
            return (null, Refusal.KeysUnavailable);

        var expected = Expected(keys.Issuer);
        if (CheckClaims(token, expected) is { } refusal)
            return (null, refusal);
        if (await FindAsync(keys, token.Kid, cancellationToken) is not { } key)
            return (null, Refusal.UnknownKey);

        expected.IssuerSigningKey = key.Key;
        var result = await _handler.ValidateTokenAsync(token, expected);
        return result.IsValid ? (new VerifiedToken(ServiceUrl(token), key), null) : (null, Refusal.WrongSignature);
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

    private TokenValidationParameters Expected(string issuer) =>
        new()
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = issuer,
            ValidAudience = _audience,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
            TryAllIssuerSigningKeys = false,
        };

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore <= now + ClockSkew);
    }

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

    private async ValueTask<ChannelKey?> FindAsync(ChannelKeys keys, string? keyId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(keyId))
            return null;
        if (keys.Keys.TryGetValue(keyId, out var key))
            return key;
        var newer = await signingKeys.GetNewerAsync(cancellationToken);
        return newer!.Keys.GetValueOrDefault(keyId);
    }

    // The code of the services spells it in small letters, their documentation does not.
    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetValue("serviceurl", out string value) || token.TryGetValue("serviceUrl", out value) ? value : null;
}
