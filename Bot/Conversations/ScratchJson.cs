using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Milestones.Conversations;

/// <summary>
/// Writes JSON into a buffer of the thread's own, to be copied at its length or only measured: a buffer that grows
/// until a document fits costs several times what is kept of it.
/// </summary>
internal static class ScratchJson
{
    /// <summary>Bytes; a longer buffer is not kept.</summary>
    private const int Most = 128 * 1024;

    private const int Usual = 16 * 1024;

    /// <summary>As documents are: stores keep UTF-8, and escaping what is not ASCII would only make them
    /// longer.</summary>
    public static readonly JsonWriterOptions AsStored = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type, JsonWriterOptions options) =>
        Written(value, type, options).ToArray();

    /// <summary>How many bytes it takes where it is stored.</summary>
    public static int Length<T>(T value, JsonTypeInfo<T> type) => Written(value, type, AsStored).Length;

    /// <summary>Until this thread writes the next.</summary>
    private static ReadOnlySpan<byte> Written<T>(T value, JsonTypeInfo<T> type, JsonWriterOptions options)
    {
        var buffer = s_buffer ?? new(Usual);
        s_buffer = null;
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, options))
            JsonSerializer.Serialize(writer, value, type);
        if (buffer.Capacity <= Most)
            s_buffer = buffer;
        return buffer.WrittenSpan;
    }
}
