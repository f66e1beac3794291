using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Milestones.Tests.Support;

/// <summary>What a token of the Bot Framework says. Change one thing to make it a wrong one.</summary>
internal sealed record TestToken
{
    public required string? KeyId { get; init; }

    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset? Expires { get; init; }

    public required string? ServiceUrl { get; init; }

    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;
}

/// <summary>
/// The Bot Framework's side of inbound tokens: keys, signatures, and the metadata that announces them on loopback.
/// </summary>
internal sealed class TestTokens : IAsyncDisposable
{
    public const string AppId = "22222222-2222-2222-2222-222222222222";
    public const string Issuer = "https://api.botframework.com";

    // Making a key takes longer than any test that uses it.
    private static readonly RSA First = RSA.Create(2048);

    private readonly WebApplication _app;
    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> _keys = new(StringComparer.Ordinal);
    private int _requests;

    private TestTokens(WebApplication app) => _app = app;

    public string Metadata { get; private set; } = "";

    /// <summary>How often the metadata was asked for.</summary>
    public int Requests => _requests;

    /// <summary>True makes the metadata address answer 500.</summary>
    public bool IsDown { get; set; }

    public static async Task<TestTokens> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var tokens = new TestTokens(builder.Build());
        tokens._app.MapGet("/v1/.well-known/openidconfiguration", tokens.AnnounceAsync);
        tokens._app.MapGet("/v1/.well-known/keys", tokens.AnnounceKeysAsync);
        await tokens._app.StartAsync();
        tokens.Metadata = tokens._app.Urls.Single() + "/v1/.well-known/openidconfiguration";
        tokens.AddKey("first", "msteams");
        return tokens;
    }

    /// <summary>A new key, announced from now on.</summary>
    /// <param name="endorsements">The channels it may sign for; null leaves the member out.</param>
    public void AddKey(string keyId, params string[]? endorsements) =>
        _keys[keyId] = (keyId == "first" ? First : RSA.Create(2048), endorsements);

    public void RemoveKey(string keyId) => _keys.Remove(keyId);

    public static TestToken Valid(string serviceUrl, DateTimeOffset now) =>
        new()
        {
            KeyId = "first",
            Issuer = Issuer,
            Audience = AppId,
            NotBefore = now.AddMinutes(-5),
            Expires = now.AddHours(1),
            ServiceUrl = serviceUrl,
        };

    /// <param name="signedBy">Another key than the token names, for a forged one.</param>
    public string Sign(TestToken token, RSA? signedBy = null)
    {
        var key = signedBy ?? _keys.GetValueOrDefault(token.KeyId ?? "").Key ?? First;
        var symmetric = token.Algorithm.StartsWith("HS", StringComparison.Ordinal);
        SecurityKey signingKey = symmetric
            ? new SymmetricSecurityKey(key.ExportRSAPublicKey())
            : new RsaSecurityKey(key);
        signingKey.KeyId = token.KeyId;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = token.Issuer,
                Audience = token.Audience,
                NotBefore = token.NotBefore.UtcDateTime,
                Expires = token.Expires?.UtcDateTime,
                Claims = token.ServiceUrl is { } url
                    ? new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = url }
                    : null,
                SigningCredentials =
                    token.Algorithm == SecurityAlgorithms.None
                        ? null
                        : new SigningCredentials(signingKey, token.Algorithm),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private Task AnnounceAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        context.Response.StatusCode = IsDown ? 500 : 200;
        return context.Response.WriteAsJsonAsync(
            new { issuer = Issuer, jwks_uri = _app.Urls.Single() + "/v1/.well-known/keys" }
        );
    }

    private Task AnnounceKeysAsync(HttpContext context)
    {
        var keys = new JsonArray();
        foreach (var (keyId, (key, endorsements)) in _keys)
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            var announced = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = keyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
            if (endorsements is not null)
            {
                announced["endorsements"] = new JsonArray([
                    .. endorsements.Select(channel => JsonValue.Create(channel)),
                ]);
            }

            keys.Add(announced);
        }

        return context.Response.WriteAsync(new JsonObject { ["keys"] = keys }.ToJsonString());
    }
}
