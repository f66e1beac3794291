using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Milestones.Tests.Support;

/// <summary>
/// A tenant's side of a tab's sign-in: keys, signatures, and the metadata that announces them on loopback.
/// </summary>
internal sealed class TestEntra : IAsyncDisposable
{
    public const string AppId = "22222222-2222-2222-2222-222222222222";
    public const string Address = "https://bot.elm.example";

    // Making a key takes longer than any test that uses it.
    private static readonly RSA Key = RSA.Create(2048);

    private readonly WebApplication _app;

    private TestEntra(WebApplication app) => _app = app;

    public string Authority => _app.Urls.Single() + "/";

    public IReadOnlyList<string> Settings =>
        [
            $"--Bot:AppId={AppId}",
            $"--Bot:AllowedTenants:0={Student.Tenant}",
            $"--Bot:Authority={Authority}",
            $"--School:Address={Address}",
        ];

    public static async Task<TestEntra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var entra = new TestEntra(builder.Build());
        entra._app.MapGet(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            (string tenant) =>
                Results.Json(new { issuer = entra.Issuer(tenant), jwks_uri = $"{entra.Authority}{tenant}/keys" })
        );
        entra._app.MapGet("/{tenant}/keys", AnnounceKeys);
        await entra._app.StartAsync();
        return entra;
    }

    public string Issuer(string tenant) => $"{Authority}{tenant}/v2.0";

    /// <summary>What a token of version 2.0 says of somebody. Change one thing to make it a wrong one.</summary>
    public Dictionary<string, object> Valid(string objectId, DateTimeOffset now) =>
        new(StringComparer.Ordinal)
        {
            ["iss"] = Issuer(Student.Tenant),
            ["aud"] = AppId,
            ["ver"] = "2.0",
            ["tid"] = Student.Tenant,
            ["oid"] = objectId,
            ["scp"] = "access_as_user openid",
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(70).ToUnixTimeSeconds(),
        };

    public static string Sign(
        Dictionary<string, object> claims,
        RSA? signedBy = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        string keyId = "entra"
    )
    {
        var key = signedBy ?? Key;
        SecurityKey signingKey = algorithm.StartsWith("HS", StringComparison.Ordinal)
            ? new SymmetricSecurityKey(key.ExportRSAPublicKey())
            : new RsaSecurityKey(key);
        signingKey.KeyId = keyId;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = claims,
                SigningCredentials = new SigningCredentials(signingKey, algorithm),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static IResult AnnounceKeys()
    {
        var parameters = Key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "entra",
                        n = Base64UrlEncoder.Encode(parameters.Modulus),
                        e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            }
        );
    }
}
