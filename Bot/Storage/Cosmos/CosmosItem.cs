using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Storage.Cosmos;

/// <summary>
/// A document as an item of the container: <c>{ id, pk, kind, wakeAt, expiresAt, ttl, body }</c>, the document's own
/// JSON under <c>body</c>; a longer one
/// as <c>packed</c> (<see cref="PackedJson"/>, base64) and the <c>length</c> it has in bytes when it is unpacked.
/// </summary>
/// <remarks>
/// Moments are milliseconds since 1970. What is not set is left out, so that an index holds only what can be asked for.
/// </remarks>
internal static class CosmosItem
{
    /// <summary>The item of a document.</summary>
    /// <param name="now">From when <c>ttl</c> counts: the service removes an item so many seconds after its last
    /// write.</param>
    public static MemoryStream Write(Document document, DateTimeOffset now)
    {
        var bytes = new ArrayBufferWriter<byte>(document.Json.Length + 512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, document.Key.Id);
            json.WriteString("pk"u8, document.Key.Partition);
            json.WriteString("kind"u8, document.Kind);
            if (document.WakeAt is { } wakeAt)
                json.WriteNumber("wakeAt"u8, UnixMilliseconds.From(wakeAt));
            if (document.ExpiresAt is { } expiresAt)
            {
                json.WriteNumber("expiresAt"u8, UnixMilliseconds.From(expiresAt));
                json.WriteNumber("ttl"u8, Seconds(expiresAt - now));
            }

            if (document.Json.Length < PackedJson.WorthFrom)
            {
                json.WritePropertyName("body"u8);
                json.WriteRawValue(document.Json.Span);
            }
            else
            {
                json.WriteNumber("length"u8, document.Json.Length);
                json.WriteBase64String("packed"u8, PackedJson.Pack(document.Json.Span));
            }

            json.WriteEndObject();
        }

        MemoryMarshal.TryGetArray(bytes.WrittenMemory, out var written);
        return new(written.Array!, written.Offset, written.Count, writable: false);
    }

    /// <exception cref="StoreUnavailableException">What is stored is damaged. It stays as it is.</exception>
    public static StoredDocument Read(JsonElement item) =>
        new(
            new Document(
                Key(item),
                Text(item, "kind"u8),
                Json(item),
                Moment(item, "wakeAt"u8),
                Moment(item, "expiresAt"u8)
            ),
            Text(item, "_etag"u8)
        );

    private static byte[] Json(JsonElement item)
    {
        if (!item.TryGetProperty("packed"u8, out var packed))
            return JsonMarshal.GetRawUtf8Value(item.GetProperty("body"u8)).ToArray();
        try
        {
            return PackedJson.Unpack(packed.GetBytesFromBase64(), item.GetProperty("length"u8).GetInt32());
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new StoreUnavailableException(
                "A document is damaged: somebody else changed it in the container. Restore it from a "
                    + "backup; nothing was changed.",
                e
            );
        }
    }

    private static DocumentKey Key(JsonElement item) => new(Text(item, "pk"u8), Text(item, "id"u8));

    public static DueDocument Due(JsonElement item) => new(Key(item), Moment(item, "wakeAt"u8)!.Value);

    private static string Text(JsonElement item, ReadOnlySpan<byte> name) => item.GetProperty(name).GetString()!;

    private static DateTimeOffset? Moment(JsonElement item, ReadOnlySpan<byte> name) =>
        item.TryGetProperty(name, out var value)
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)value.GetDouble())
            : null;

    private static int Seconds(TimeSpan left) => (int)Math.Clamp(Math.Ceiling(left.TotalSeconds), 1, int.MaxValue);
}
