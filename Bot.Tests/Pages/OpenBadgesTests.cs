using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Milestones.Localization;
using Milestones.Pages;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Pages;

/// <summary>A badge as a file: what Open Badges asks for, and of the student the name alone.</summary>
public sealed class OpenBadgesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly Person Sam = new()
    {
        Id = new("11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"),
        Name = "José <b>Núñez</b>",
        Badges = [.. Enum.GetValues<BadgeKind>().Select(kind => new Badge(kind, new(2026, 9, 18)))],
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en-US", "Came back")]
    [InlineData("es-MX", "Levantarse otra vez")]
    public void Without_a_key_it_is_a_credential_in_plain_sight(string language, string title)
    {
        var files = Files(new(), language);
        Assert.Equal(5, files.Count);
        var file = Assert.Single(files, one => one.Name == "came-back.json");
        Assert.Equal(title, file.Title);
        var json = JsonDocument.Parse(file.Content).RootElement;
        IsCredential(json);
        Assert.Equal(
            title,
            json.GetProperty("credentialSubject").GetProperty("achievement").GetProperty("name").GetString()
        );
        Assert.DoesNotContain(Sam.Id.ObjectId, json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sam.Id.TenantId, json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_schools_key_it_is_signed_and_whoever_has_it_can_check_that()
    {
        using var key = RSA.Create(2048);
        var path = _folder.File("badges.pem");
        await File.WriteAllTextAsync(path, key.ExportRSAPrivateKeyPem());
        var file = Files(new() { BadgeKeyFile = path }, "en-US")[0];
        Assert.Equal(("weeks-in-a-row.jwt", "application/vc+jwt"), (file.Name, file.MediaType));

        var token = new JsonWebToken(Encoding.UTF8.GetString(file.Content.Span));
        Assert.Equal("RS256", token.Alg);
        var open = new JsonWebKey(token.GetHeaderValue<JsonElement>("jwk").GetRawText());
        Assert.False(open.HasPrivateKey);
        Assert.Equal(Base64UrlEncoder.Encode(key.ExportParameters(false).Modulus!), open.N);
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new()
            {
                IssuerSigningKey = open,
                ValidIssuer = "https://bot.elm.example",
                ValidateAudience = false,
                RequireExpirationTime = false,
            }
        );
        Assert.True(valid.IsValid);
        var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload)).RootElement;
        IsCredential(payload);
        Assert.Equal(payload.GetProperty("id").GetString(), payload.GetProperty("jti").GetString());
        Assert.Equal(1789689600, payload.GetProperty("nbf").GetInt64());
        Assert.False(payload.TryGetProperty("sub", out _)); // the subject has no id, only a name
        Assert.False(payload.TryGetProperty("vc", out _));
    }

    [Fact]
    public async Task A_file_that_is_no_such_key_stops_the_bot_at_its_start()
    {
        using var small = RSA.Create(1024);
        using var open = RSA.Create(2048);
        var path = _folder.File("badges.pem");
        foreach (var text in (string[])["", "no key", small.ExportRSAPrivateKeyPem(), open.ExportRSAPublicKeyPem()])
        {
            await File.WriteAllTextAsync(path, text);
            Assert.True(Check(path).Failed);
        }

        Assert.True(Check(_folder.File("nowhere.pem")).Failed);
        await File.WriteAllTextAsync(path, open.ExportPkcs8PrivateKeyPem());
        Assert.True(Check(path).Succeeded);
        Assert.True(Check("").Succeeded);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string path) =>
        new SchoolOptionsCheck().Validate(null, new() { BadgeKeyFile = path });

    private static IReadOnlyList<BadgeFile> Files(SchoolOptions school, string language)
    {
        (school.Name, school.Address) = ("Elm Street School", "https://bot.elm.example/");
        return new OpenBadges(school).Of(Sam, new Voice(Voice.CultureFor(language), GradeBand.Grades6To8));
    }

    /// <summary>The members the specification requires, with the types it names.</summary>
    private static void IsCredential(JsonElement json)
    {
        Assert.Equal("https://www.w3.org/ns/credentials/v2", json.GetProperty("@context")[0].GetString());
        Assert.StartsWith(
            "https://purl.imsglobal.org/spec/ob/v3p0/context",
            json.GetProperty("@context")[1].GetString()
        );
        Assert.StartsWith("urn:uuid:", json.GetProperty("id").GetString());
        Assert.Equal(
            ["VerifiableCredential", "OpenBadgeCredential"],
            json.GetProperty("type").EnumerateArray().Select(type => type.GetString())
        );
        var issuer = json.GetProperty("issuer");
        Assert.Equal(
            ("https://bot.elm.example", "Profile", "Elm Street School"),
            (
                issuer.GetProperty("id").GetString(),
                issuer.GetProperty("type")[0].GetString(),
                issuer.GetProperty("name").GetString()
            )
        );
        Assert.Equal("2026-09-18T00:00:00Z", json.GetProperty("validFrom").GetString());
        var subject = json.GetProperty("credentialSubject");
        Assert.Equal("AchievementSubject", subject.GetProperty("type")[0].GetString());
        Assert.Equal(Sam.Name, subject.GetProperty("identifier")[0].GetProperty("identityHash").GetString());
        var achievement = subject.GetProperty("achievement");
        Assert.Equal("Achievement", achievement.GetProperty("type")[0].GetString());
        foreach (var member in (string[])["id", "name", "description"])
            Assert.NotEmpty(achievement.GetProperty(member).GetString()!);
        Assert.NotEmpty(achievement.GetProperty("criteria").GetProperty("narrative").GetString()!);
        Assert.StartsWith("data:image/png;base64,", achievement.GetProperty("image").GetProperty("id").GetString());
    }
}
