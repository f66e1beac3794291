using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Milestones.Language;

/// <summary>
/// Fitted weights are kept as text, base64 in lines of <see cref="LineLength"/> characters, so that the repository
/// holds nothing that an editor cannot open or a review cannot compare.
/// </summary>
internal static class WeightsText
{
    private const int LineLength = 100;

    /// <summary>Reads the bytes back.</summary>
    /// <exception cref="InvalidDataException">The text is no base64, or its end is missing.</exception>
    public static byte[] Read(Stream text, string name)
    {
        var bytes = new byte[text.Length];
        text.ReadExactly(bytes);
        return Base64.DecodeFromUtf8InPlace(bytes, out var length) == OperationStatus.Done
            ? bytes[..length]
            : throw new InvalidDataException($"{name} is no base64.");
    }

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = Convert.ToBase64String(bytes);
        var lines = new StringBuilder(text.Length + (text.Length / LineLength) + 1);
        for (var at = 0; at < text.Length; at += LineLength)
            lines.Append(text.AsSpan(at, Math.Min(LineLength, text.Length - at))).Append('\n');
        return lines.ToString();
    }
}
