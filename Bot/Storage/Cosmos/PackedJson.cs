using System.Buffers;
using System.IO.Compression;

namespace Milestones.Storage.Cosmos;

/// <summary>
/// JSON made short, with Brotli: the service charges by the size of an item, and a student's document shrinks to a
/// third.
/// </summary>
internal static class PackedJson
{
    /// <summary>Bytes; whatever fits into an item of 1 KB costs the least there is.</summary>
    public const int WorthFrom = 600;

    /// <summary>
    /// Bytes; far longer than any document, so that a damaged length does not claim the memory of all the others.
    /// </summary>
    private const int Longest = 16 * 1024 * 1024;

    // The best that is quick: a fifth of a millisecond for 8 KB, and hardly shorter with all the time there is.
    private const int Quality = 5;
    private const int Window = 18;

    public static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, buffer, out var length, Quality, Window)
                ? buffer[..length]
                : throw new InvalidOperationException("A document could not be packed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="length">Bytes of the JSON that was packed.</param>
    /// <exception cref="InvalidDataException">It is not what was packed.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int length)
    {
        var json = length is >= 0 and <= Longest
            ? new byte[length]
            : throw new InvalidDataException("The length of a packed document is out of range.");
        return BrotliDecoder.TryDecompress(packed, json, out var written) && written == length
            ? json
            : throw new InvalidDataException("A packed document is damaged.");
    }
}
