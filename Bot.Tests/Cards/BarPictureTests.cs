using System.Buffers.Binary;
using System.IO.Compression;
using Milestones.Cards;

namespace Milestones.Tests.Cards;

public sealed class BarPictureTests
{
    private const string Address = "data:image/png;base64,";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.005, 36)] // a beginning is seen
    [InlineData(0.25, 150)]
    [InlineData(0.999, 564)] // and so is what is missing
    [InlineData(1, 600)]
    [InlineData(1.5, 600)]
    [InlineData(-1, 0)]
    public void The_bar_is_green_up_to_the_share(double share, int green) =>
        Assert.Equal(green, Middle(BarPicture.Of(share)).Count(colour => colour == 1));

    [Fact]
    public void Every_step_on_the_way_is_a_gap_and_the_ends_are_none()
    {
        var row = Middle(BarPicture.Of(0.5, 0, 0.25, 0.75, 1));

        Assert.Equal([150, 450], Gaps(row).Select(gap => (gap.First + gap.Last) / 2));
        Assert.All(Gaps(row), gap => Assert.InRange(gap.Last - gap.First + 1, 4, 8));
    }

    [Fact]
    public void The_ends_are_round() =>
        Assert.Equal((0, 0), (Rows(BarPicture.Of(1))[0][0], Rows(BarPicture.Of(1))[0][^1]));

    [Fact]
    public void Ten_of_them_fit_into_a_message_with_room_to_spare() =>
        Assert.True(BarPicture.Of(0.37, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6).Length < 800);

    private static int[] Middle(string address) => Rows(address)[18];

    /// <summary>The colours of every point, read as any client reads them.</summary>
    private static int[][] Rows(string address)
    {
        Assert.StartsWith(Address, address, StringComparison.Ordinal);
        var png = Convert.FromBase64String(address[Address.Length..]).AsMemory();
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8].ToArray());
        var (width, height) = (0, 0);
        using var packed = new MemoryStream();
        for (var rest = png[8..]; rest.Length > 0; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
            var (type, data) = (System.Text.Encoding.ASCII.GetString(rest.Span[4..8]), rest.Slice(8, length));
            if (type == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(data.Span);
                height = BinaryPrimitives.ReadInt32BigEndian(data.Span[4..]);
            }
            else if (type == "IDAT")
            {
                packed.Write(data.Span);
            }

            rest = rest[(12 + length)..];
        }

        packed.Position = 0;
        using var plain = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionMode.Decompress))
            zip.CopyTo(plain);
        var bytes = plain.ToArray();
        return
        [
            .. Enumerable
                .Range(0, height)
                .Select(y => y * (1 + (width / 4)))
                .Select(row =>
                    Enumerable
                        .Range(0, width)
                        .Select(x => (bytes[row + 1 + (x / 4)] >> (6 - (2 * (x % 4)))) & 3)
                        .ToArray()
                ),
        ];
    }

    private static List<(int First, int Last)> Gaps(int[] row)
    {
        var gaps = new List<(int First, int Last)>();
        for (var x = 20; x < row.Length - 20; x++)
        {
            if (row[x] != 0)
                continue;
            if (gaps is [.., var last] && last.Last == x - 1)
                gaps[^1] = (last.First, x);
            else
                gaps.Add((x, x));
        }

        return gaps;
    }
}
