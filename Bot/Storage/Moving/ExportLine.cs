using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Storage.Moving;

/// <summary>
/// The lines of an export: a head, one document each, and an end with a count and a hash of all lines before it.
/// </summary>
internal static class ExportLine
{
    public const string Format = "milestones-store";

    /// <summary>Counts up when a line changes its meaning.</summary>
    public const int Version = 1;

    private const byte LineFeed = (byte)'\n';

    public static ReadOnlyMemory<byte> Head(DateTimeOffset now) =>
        Line(json =>
        {
            json.WriteString("format"u8, Format);
            json.WriteNumber("version"u8, Version);
            json.WriteString("made"u8, now);
        });

    public static ReadOnlyMemory<byte> Of(Document document) =>
        Line(json =>
        {
            json.WriteString("pk"u8, document.Key.Partition);
            json.WriteString("id"u8, document.Key.Id);
            json.WriteString("kind"u8, document.Kind);
            if (document.WakeAt is { } wakeAt)
                json.WriteNumber("wakeAt"u8, UnixMilliseconds.From(wakeAt));
            if (document.ExpiresAt is { } expiresAt)
                json.WriteNumber("expiresAt"u8, UnixMilliseconds.From(expiresAt));
            json.WritePropertyName("body"u8);
            json.WriteRawValue(OneLine(document.Json).Span);
        });

    public static ReadOnlyMemory<byte> End(long documents, string sha256) =>
        Line(json =>
        {
            json.WriteNumber("documents"u8, documents);
            json.WriteString("sha256"u8, sha256);
        });

    public static Document Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        return new(
            new(item.GetProperty("pk"u8).GetString()!, item.GetProperty("id"u8).GetString()!),
            item.GetProperty("kind"u8).GetString()!,
            JsonMarshal.GetRawUtf8Value(item.GetProperty("body"u8)).ToArray(),
            Moment(item, "wakeAt"u8),
            Moment(item, "expiresAt"u8)
        );
    }

    private static DateTimeOffset? Moment(JsonElement item, ReadOnlySpan<byte> name) =>
        item.TryGetProperty(name, out var value) ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()) : null;

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.Write([LineFeed]);
        return bytes.WrittenMemory;
    }

    /// <summary>Outside of its strings, which hold none, a line break in JSON means as little as a space.</summary>
    private static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> json)
    {
        if (!json.Span.ContainsAny((byte)'\r', LineFeed))
            return json;
        var copy = json.ToArray();
        copy.AsSpan().Replace(LineFeed, (byte)' ');
        copy.AsSpan().Replace((byte)'\r', (byte)' ');
        return copy;
    }
}
