using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Milestones.Channel.Teams;

/// <summary>
/// What every bearer token has to pass, whoever issued it: form and algorithm, issuer, audience and lifetime before the
/// key is looked for, and all of it again with the signature.
/// </summary>
internal sealed class BearerTokens(TimeProvider time)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>The token of a header, or why it is none that could be checked.</summary>
    public (JsonWebToken? Token, Refusal? Refusal) Read(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (null, Refusal.NoBearerToken);
        if (Parse(authorization[Scheme.Length..].Trim()) is not { } token)
            return (null, Refusal.MalformedToken);
        return token.Alg == SecurityAlgorithms.RsaSha256 ? (token, null) : (null, Refusal.AlgorithmNotAllowed);
    }

    public TokenValidationParameters Expected(string issuer, string audience) =>
        new()
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = issuer,
            ValidAudience = audience,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
            TryAllIssuerSigningKeys = false,
        };

    /// <summary>
    /// Before the key, so that a token for someone else never makes us ask for keys; null where all is as expected.
    /// </summary>
    public static Refusal? CheckClaims(JsonWebToken token, TokenValidationParameters expected)
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

    public async ValueTask<Refusal?> CheckSignatureAsync(
        JsonWebToken token,
        TokenValidationParameters expected,
        SecurityKey key
    )
    {
        expected.IssuerSigningKey = key;
        return (await _handler.ValidateTokenAsync(token, expected)).IsValid ? null : Refusal.WrongSignature;
    }

    private JsonWebToken? Parse(string encoded)
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

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore <= now + ClockSkew);
    }
}
