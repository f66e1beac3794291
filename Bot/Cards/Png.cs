using System.Buffers.Binary;
using System.IO.Compression;

namespace Milestones.Cards;

/// <summary>A small picture with few colours, as the <c>data:</c> address a card or a page shows it by.</summary>
/// <remarks>https://www.w3.org/TR/png-3/: indexed colour with transparency.</remarks>
internal static class Png
{
    private const byte Indexed = 3;

    /// <param name="depth">Bits a pixel: 2 or 4.</param>
    /// <param name="colours">Red, green and blue of each colour.</param>
    /// <param name="opacity">Of each colour, 0 to 255.</param>
    /// <param name="rows">Each row begins with a byte that stays zero; pixels follow, the first in the highest
    /// bits.</param>
    public static string Of(int width, int height, byte depth, byte[] colours, byte[] opacity, byte[] rows)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = [0, 0, 0, 0, 0, 0, 0, 0, depth, Indexed, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        Write(png, "IHDR"u8, header);
        Write(png, "PLTE"u8, colours);
        Write(png, "tRNS"u8, opacity);
        Write(png, "IDAT"u8, Packed(rows));
        Write(png, "IEND"u8, []);
        return $"data:image/png;base64,{Convert.ToBase64String(png.ToArray())}";
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(rows);
        return packed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, type), data));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG has it.</summary>
    private static uint Check(uint check, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) == 0 ? check >> 1 : (check >> 1) ^ 0xEDB88320;
        }

        return check;
    }
}
