using Milestones.Cards;

namespace Milestones.Views;

/// <summary>Big signs with a word below, two in a row; the whole tile is the button.</summary>
internal static class Tiles
{
    public static IEnumerable<CardElement> Of(IEnumerable<(string Sign, string Word, Execute Tap)> tiles) =>
        tiles
            .Select(tile => new Column(
                "1",
                new TextBlock(tile.Sign) { Size = "extraLarge", HorizontalAlignment = "center" },
                new TextBlock(Markdown.Escape(tile.Word))
                {
                    HorizontalAlignment = "center",
                    Weight = "bolder",
                    Spacing = "none",
                }
            )
            {
                Style = "emphasis",
                SelectAction = tile.Tap,
            })
            .Chunk(2)
            .Select(row => new ColumnSet(row) { Spacing = "medium" });
}
