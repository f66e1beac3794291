using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Milestones.Channel.Teams;

/// <summary>A key that signs inbound tokens, and the channels it may sign for.</summary>
internal sealed record ChannelKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>What the Bot Framework announces about its tokens at one moment.</summary>
internal sealed record ChannelKeys(string Issuer, FrozenDictionary<string, ChannelKey> Keys)
{
    /// <summary>
    /// Reads the two announced documents. <c>endorsements</c> is not a standard member of a key, so no library keeps
    /// it.
    /// </summary>
    /// <exception cref="InvalidDataException">They are not what the Bot Framework announces.</exception>
    public static async Task<ChannelKeys> DownloadAsync(
        HttpClient http,
        Uri metadata,
        Func<Uri, bool> isAllowed,
        CancellationToken cancellationToken
    )
    {
        using var announced = JsonDocument.Parse(await http.GetByteArrayAsync(metadata, cancellationToken));
        if (Text(announced.RootElement, "issuer") is not { } issuer)
            throw new InvalidDataException("The metadata names no issuer.");
        if (
            !Uri.TryCreate(Text(announced.RootElement, "jwks_uri"), UriKind.Absolute, out var address)
            || !isAllowed(address)
        )
        {
            throw new InvalidDataException("The metadata names no address for the keys that may be used.");
        }

        using var keySet = JsonDocument.Parse(await http.GetByteArrayAsync(address, cancellationToken));
        var keys =
            keySet.RootElement.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                    .Where(IsSigningKey)
                    .DistinctBy(key => Text(key, "kid"))
                    .ToFrozenDictionary(key => Text(key, "kid")!, Read, StringComparer.Ordinal)
                : FrozenDictionary<string, ChannelKey>.Empty;
        return keys.Count > 0
            ? new ChannelKeys(issuer, keys)
            : throw new InvalidDataException("The address for the keys has none.");
    }

    private static bool IsSigningKey(JsonElement key) =>
        Text(key, "kid") is not null
        && Text(key, "kty") == JsonWebAlgorithmsKeyTypes.RSA
        && Text(key, "use") is null or JsonWebKeyUseNames.Sig;

    private static ChannelKey Read(JsonElement key)
    {
        var endorsements =
            key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                    .Where(channel => channel.ValueKind == JsonValueKind.String)
                    .Select(channel => channel.GetString()!)
                : [];
        return new ChannelKey(new JsonWebKey(key.GetRawText()), endorsements.ToFrozenSet(StringComparer.Ordinal));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
