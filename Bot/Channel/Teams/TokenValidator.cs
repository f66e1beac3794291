using Microsoft.IdentityModel.JsonWebTokens;

namespace Milestones.Channel.Teams;

/// <summary>What a valid token says beside that it is one.</summary>
internal sealed record VerifiedToken(string? ServiceUrl, ChannelKey Key);

/// <summary>
/// Checks inbound tokens as the Bot Framework documents it, in that order: form and algorithm, issuer, audience,
/// lifetime, key, signature.
/// </summary>
internal sealed class TokenValidator(BotOptions options, SigningKeys signingKeys, TimeProvider time)
{
    // As the services write it, whatever the case in the settings.
    private readonly string _audience = options.AppId.ToLowerInvariant();
    private readonly BearerTokens _tokens = new(time);

    public async ValueTask<(VerifiedToken? Token, Refusal? Refusal)> ValidateAsync(
        string? authorization,
        CancellationToken cancellationToken
    )
    {
        var (token, unread) = _tokens.Read(authorization);
        if (token is null)
            return (null, unread);
        if (await signingKeys.GetAsync(cancellationToken) is not { } keys)
            return (null, Refusal.KeysUnavailable);

        var expected = _tokens.Expected(keys.Issuer, _audience);
        if (BearerTokens.CheckClaims(token, expected) is { } refusal)
            return (null, refusal);
        if (await FindAsync(keys, token.Kid, cancellationToken) is not { } key)
            return (null, Refusal.UnknownKey);

        return await _tokens.CheckSignatureAsync(token, expected, key.Key) is { } wrong
            ? (null, wrong)
            : (new VerifiedToken(ServiceUrl(token), key), null);
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
