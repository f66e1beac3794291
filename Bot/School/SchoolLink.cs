using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A link that an administrator makes by a command, to the page of the school: once, within ten minutes, for whoever
/// holds it. It is kept as a mark under which it is found.
/// </summary>
internal static class SchoolLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>The path a link begins with.</summary>
    public const string Path = "/page/school/open";

    /// <summary>Stands in the link where another one's person does.</summary>
    private const string Nobody = "school";

    public static (DocumentKey Key, string Token) New(string tenantId)
    {
        var (secret, token) = LinkToken.New(new(tenantId, Nobody), Guid.NewGuid());
        return (KeyOf(tenantId, secret), token);
    }

    /// <summary>Where a link is kept, and of which tenant; null for what was never one.</summary>
    public static (DocumentKey Key, string TenantId)? Read(string token) =>
        LinkToken.Read(token) is ((var tenant, Nobody), var secret) ? (KeyOf(tenant, secret), tenant) : null;

    public static byte[] Json(DateTimeOffset until) =>
        JsonSerializer.SerializeToUtf8Bytes(new MadeLink(until), SchoolLinkJson.Default.MadeLink);

    /// <exception cref="JsonException">It is no link's document.</exception>
    public static DateTimeOffset EndOf(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, SchoolLinkJson.Default.MadeLink)?.Until
        ?? throw new JsonException("A document is never null.");

    private static DocumentKey KeyOf(string tenantId, string secret) =>
        new($"link:{Uri.EscapeDataString(tenantId)}", LinkToken.MarkOf(secret));
}

internal sealed record MadeLink(DateTimeOffset Until);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MadeLink))]
internal sealed partial class SchoolLinkJson : JsonSerializerContext;
