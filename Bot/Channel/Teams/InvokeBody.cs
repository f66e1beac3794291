using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Milestones.Channel.Teams;

/// <summary>Reading what an invoke carries, where every member may be missing, and writing what answers it.</summary>
internal static class InvokeBody
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="members">Writes the members of the body's one object.</param>
    public static InvokeResponse Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, Writing))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new InvokeResponse(StatusCodes.Status200OK, body.WrittenMemory);
    }

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
