using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>One badge as a file its owner can take elsewhere.</summary>
internal sealed record BadgeFile(string Title, string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>
/// Badges as Open Badges 3.0 credentials: JSON-LD, and where the school set a key, signed with it as a JSON Web Token
/// that carries the public key.
/// </summary>
/// <remarks>https://www.imsglobal.org/spec/ob/v3p0, section 8.2 for the token. Nothing else of the student is in it
/// than the name.</remarks>
internal sealed class OpenBadges(SchoolOptions school)
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private SigningCredentials? Key { get; } = Read(school);

    public IReadOnlyList<BadgeFile> Of(Person person, Voice voice) =>
        [
            .. person.Badges.Select(badge =>
            {
                var title = voice[$"Badge.{badge.Kind}"];
                var name = JsonNamingPolicy.KebabCaseLower.ConvertName(badge.Kind.ToString());
                return Key is { } key
                    ? new BadgeFile(title, $"{name}.jwt", "application/vc+jwt", Signed(badge, person, voice, key))
                    : new BadgeFile(
                        title,
                        $"{name}.json",
                        MediaTypeNames.Application.Json,
                        Credential(badge, person, voice, isToken: false)
                    );
            }),
        ];

    /// <exception cref="CryptographicException">The file holds no key.</exception>
    private static SigningCredentials? Read(SchoolOptions school)
    {
        if (school.BadgeKeyFile.Length == 0)
            return null;
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(school.BadgeKeyFile));
        return new(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256);
    }

    private ReadOnlyMemory<byte> Signed(Badge badge, Person person, Voice voice, SigningCredentials key)
    {
        var open = ((RsaSecurityKey)key.Key).Rsa.ExportParameters(includePrivateParameters: false);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            Encoding.UTF8.GetString(Credential(badge, person, voice, isToken: true).Span),
            key,
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["jwk"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["kty"] = "RSA",
                    ["e"] = Base64UrlEncoder.Encode(open.Exponent!),
                    ["n"] = Base64UrlEncoder.Encode(open.Modulus!),
                },
            }
        );
        return Encoding.UTF8.GetBytes(token);
    }

    /// <param name="isToken">With the names a token's payload repeats its members by.</param>
    private ReadOnlyMemory<byte> Credential(Badge badge, Person person, Voice voice, bool isToken)
    {
        var id = Urn($"{person.Id.TenantId}|{person.Id.ObjectId}|{badge.Kind}");
        var issuer = school.Address.Length > 0 ? school.Address.TrimEnd('/') : Urn($"school|{school.Name}");
        var from = badge.EarnedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var json = new ArrayBufferWriter<byte>(8 * 1024);
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            writer.WriteStartObject();
            WriteList(
                writer,
                "@context",
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
            );
            writer.WriteString("id", id);
            WriteList(writer, "type", "VerifiableCredential", "OpenBadgeCredential");
            writer.WriteString("name", voice[$"Badge.{badge.Kind}"]);
            writer.WriteStartObject("issuer");
            writer.WriteString("id", issuer);
            WriteList(writer, "type", "Profile");
            writer.WriteString("name", school.Name.Length > 0 ? school.Name : voice["Page.YourSchool"]);
            writer.WriteEndObject();
            writer.WriteString("validFrom", from.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteSubject(writer, badge, person, voice);
            if (isToken)
            {
                writer.WriteString("iss", issuer);
                writer.WriteString("jti", id);
                writer.WriteNumber("nbf", new DateTimeOffset(from).ToUnixTimeSeconds());
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    private static void WriteSubject(Utf8JsonWriter writer, Badge badge, Person person, Voice voice)
    {
        writer.WriteStartObject("credentialSubject");
        WriteList(writer, "type", "AchievementSubject");
        writer.WriteStartArray("identifier");
        writer.WriteStartObject();
        writer.WriteString("type", "IdentityObject");
        writer.WriteBoolean("hashed", false);
        writer.WriteString("identityHash", person.Name ?? voice["Class.Somebody"]);
        writer.WriteString("identityType", "name");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("achievement");
        writer.WriteString("id", Urn($"achievement|{badge.Kind}"));
        WriteList(writer, "type", "Achievement");
        writer.WriteString("achievementType", "Badge");
        writer.WriteString("name", voice[$"Badge.{badge.Kind}"]);
        writer.WriteString("description", voice[$"Badge.{badge.Kind}.For"]);
        writer.WriteStartObject("criteria");
        writer.WriteString("narrative", voice[$"Badge.{badge.Kind}.How"]);
        writer.WriteEndObject();
        writer.WriteStartObject("image");
        writer.WriteString("id", BadgePicture.Of(badge.Kind));
        writer.WriteString("type", "Image");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    /// <summary>The same for the same, and nothing to be read in it (RFC 9562, version 8).</summary>
    private static string Urn(string of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(of))[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
