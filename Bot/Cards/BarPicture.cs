namespace Milestones.Cards;

/// <summary>
/// A bar as wide as the card, drawn as a small PNG: no element that every client knows is as thick, keeps its length on
/// a phone, and shows where the steps are. What it says stands in words beside it.
/// </summary>
/// <remarks>Transparent around it, so that one picture stands on light and on dark cards alike.</remarks>
internal static class BarPicture
{
    private const int Width = 600,
        Height = 36,
        Gap = 6;

    private const int Clear = 0,
        Done = 1,
        Open = 2;

    /// <summary>Green and grey that keep their contrast on white and on black.</summary>
    private static readonly byte[] Colours = [0, 0, 0, 0x5E, 0x97, 0x32, 0x8A, 0x88, 0x86];
    private static readonly byte[] Opacity = [0, 0xFF, 0x66];

    /// <summary>The picture as a <c>data:</c> address.</summary>
    /// <param name="share">How much is done, 0 to 1. A beginning is seen, and so is what is missing at the end.</param>
    /// <param name="steps">Where the steps are on the way, 0 to 1: gaps in the bar.</param>
    public static string Of(double share, params IReadOnlyList<double> steps)
    {
        var done = share is <= 0 or >= 1
            ? (int)(Math.Clamp(share, 0, 1) * Width)
            : (int)Math.Clamp(Math.Round(share * Width), Height, Width - Height);
        var gaps = steps.Where(step => step is > 0 and < 1).Select(step => (int)Math.Round(step * Width)).ToList();
        var rows = new byte[Height * (1 + (Width / 4))];
        for (var y = 0; y < Height; y++)
        {
            var row = y * (1 + (Width / 4));
            for (var x = 0; x < Width; x++)
                rows[row + 1 + (x / 4)] |= (byte)(Colour(x, y, done, gaps) << (6 - (2 * (x % 4))));
        }

        return Png.Of(Width, Height, depth: 2, Colours, Opacity, rows);
    }

    private static int Colour(int x, int y, int done, List<int> gaps) =>
        IsOutside(x, y) || gaps.Exists(gap => Math.Abs(x - gap) < Gap / 2) ? Clear
        : x < done ? Done
        : Open;

    /// <summary>The ends are round.</summary>
    private static bool IsOutside(int x, int y)
    {
        const int Radius = Height / 2;
        var across =
            x < Radius ? Radius - x
            : x >= Width - Radius ? x - (Width - Radius) + 1
            : 0;
        var along = Math.Abs((2 * y) + 1 - Height) / 2;
        return across > 0 && (across * across) + (along * along) > Radius * Radius;
    }
}
