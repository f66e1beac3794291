using System.Collections.Concurrent;
using Milestones.Cards;
using Milestones.School;

namespace Milestones.Views;

/// <summary>
/// The badges, drawn for this product as small pictures: a sign in white on a shape of its own, so that none is known
/// by its colour alone. What it says stands in words beside it.
/// </summary>
internal static class BadgePicture
{
    private const int Side = 96;

    /// <summary>Points a pixel is looked at, each way: edges are smooth.</summary>
    private const int Points = 4;

    /// <summary>Steps between two colours.</summary>
    private const int Steps = 5;

    private static readonly ConcurrentDictionary<BadgeKind, string> Drawn = new();

    /// <summary>The picture as a <c>data:</c> address.</summary>
    public static string Of(BadgeKind kind) => Drawn.GetOrAdd(kind, Draw);

    private static string Draw(BadgeKind kind)
    {
        var rows = new byte[Side * (1 + (Side / 2))];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
                rows[(y * (1 + (Side / 2))) + 1 + (x / 2)] |= (byte)(Colour(kind, x, y) << (x % 2 == 0 ? 4 : 0));
        }

        var (colours, opacity) = Palette(kind);
        return Png.Of(Side, Side, depth: 4, colours, opacity, rows);
    }

    /// <summary>From clear over the shape's colour to white.</summary>
    private static int Colour(BadgeKind kind, int column, int row)
    {
        var (inside, white) = (0, 0);
        for (var point = 0; point < Points * Points; point++)
        {
            var x = ((2 * (column + ((point % Points + 0.5) / Points))) / Side) - 1;
            var y = ((2 * (row + ((point / Points + 0.5) / Points))) / Side) - 1;
            if (!IsInside(kind, x, y))
                continue;
            inside++;
            white += IsSign(kind, x, y) ? 1 : 0;
        }

        return white > 0 ? Steps + Step(white) : Step(inside);
    }

    private static int Step(int points) => (int)Math.Ceiling((double)points * Steps / (Points * Points));

    private static (byte[] Colours, byte[] Opacity) Palette(BadgeKind kind)
    {
        var colour = Ink(kind);
        var (colours, opacity) = (new List<byte>(), new List<byte>());
        for (var step = 0; step <= 2 * Steps; step++)
        {
            var light = Math.Max(0, step - Steps) / (double)Steps;
            colours.AddRange([Mixed(colour >> 16, light), Mixed(colour >> 8, light), Mixed(colour, light)]);
            opacity.Add((byte)(Math.Min(step, Steps) * byte.MaxValue / Steps));
        }

        return ([.. colours], [.. opacity]);

        static byte Mixed(int part, double light) =>
            (byte)Math.Round(((part & 0xFF) * (1 - light)) + (byte.MaxValue * light));
    }

    /// <summary>Dark enough for a white sign, light enough for a dark card: 3 to 1 both ways.</summary>
    private static int Ink(BadgeKind kind) =>
        kind switch
        {
            BadgeKind.WeeksInARow => 0x3B78D8,
            BadgeKind.PlanKept => 0x3E8440,
            BadgeKind.CameBack => 0xBF5B12,
            BadgeKind.Helped => 0xC2487E,
            _ => 0x7A5FC4,
        };

    private static bool IsInside(BadgeKind kind, double x, double y)
    {
        var (radius, angle) = (Math.Sqrt((x * x) + (y * y)), Math.Atan2(y, x));
        return kind switch
        {
            BadgeKind.WeeksInARow => radius < 0.96,
            BadgeKind.PlanKept => Math.Pow(x, 4) + Math.Pow(y, 4) < 0.72,
            BadgeKind.CameBack => radius < Polygon(angle + (Math.PI / 6), 6),
            BadgeKind.Helped => radius < 0.89 + (0.06 * Math.Cos(10 * angle)),
            _ => radius < Polygon(angle + (Math.PI / 8), 8),
        };
    }

    /// <summary>How far the edge is from the middle.</summary>
    private static double Polygon(double angle, int corners)
    {
        var part = 2 * Math.PI / corners;
        var along = ((angle % part) + part) % part;
        return 0.97 * Math.Cos(part / 2) / Math.Cos(along - (part / 2));
    }

    private static bool IsSign(BadgeKind kind, double x, double y) =>
        kind switch
        {
            BadgeKind.WeeksInARow => IsOnLine(x, y, 0.06, (-0.57, 0.32), (0.57, -0.32))
                || Enumerable
                    .Range(0, 4)
                    .Any(week => IsNear(x, y, -0.57 + (0.38 * week), 0.32 - (0.2133 * week), 0.16)),
            BadgeKind.PlanKept => IsOnLine(x, y, 0.12, (-0.45, 0.04), (-0.13, 0.36), (0.47, -0.34)),
            BadgeKind.CameBack => IsOnLine(x, y, 0.1, (-0.56, -0.2), (-0.14, 0.34), (0.44, -0.34))
                || IsOnLine(x, y, 0.1, (0.1, -0.38), (0.46, -0.36), (0.5, -0.02)),
            BadgeKind.Helped => IsHeart(x / 0.5, (-y + 0.06) / 0.5),
            _ => IsBubble(x, y) && !IsQuestionMark(x, y),
        };

    private static bool IsHeart(double x, double y) => Math.Pow((x * x) + (y * y) - 1, 3) - (x * x * y * y * y) <= 0;

    private static bool IsBubble(double x, double y)
    {
        var (across, along) = (Math.Max(0, Math.Abs(x) - 0.4), Math.Max(0, Math.Abs(y + 0.1) - 0.28));
        return Math.Sqrt((across * across) + (along * along)) < 0.17
            || (y is > 0.2 and < 0.62 && x > -0.32 && x < 0.12 - y + 0.2);
    }

    private static bool IsQuestionMark(double x, double y)
    {
        var (radius, angle) = (Math.Sqrt((x * x) + ((y + 0.24) * (y + 0.24))), Math.Atan2(y + 0.24, x));
        return (Math.Abs(radius - 0.15) < 0.055 && angle is > -Math.PI and < 1.2)
            || IsOnLine(x, y, 0.055, (0.05, -0.1), (0, -0.02), (0, 0.03))
            || IsNear(x, y, 0, 0.16, 0.07);
    }

    private static bool IsNear(double x, double y, double toX, double toY, double distance) =>
        ((x - toX) * (x - toX)) + ((y - toY) * (y - toY)) < distance * distance;

    /// <summary>Within half the width of a line with round ends.</summary>
    private static bool IsOnLine(double x, double y, double half, params ReadOnlySpan<(double X, double Y)> corners)
    {
        for (var i = 1; i < corners.Length; i++)
        {
            var (from, to) = (corners[i - 1], corners[i]);
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var share = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            if (IsNear(x, y, from.X + (share * dx), from.Y + (share * dy), half))
                return true;
        }

        return false;
    }
}
