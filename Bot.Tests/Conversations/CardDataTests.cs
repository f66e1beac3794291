using Milestones.Conversations;

namespace Milestones.Tests.Conversations;

public sealed class CardDataTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\n", null)]
    [InlineData("  fractions ", "fractions")]
    public void Text_is_trimmed_and_blank_is_absent(string? sent, string? expected) =>
        Assert.Equal(expected, Data(sent).Text("field"));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-13-45", null)]
    [InlineData("11/20/2026", null)]
    [InlineData("2026-11-20T00:00:00Z", null)]
    [InlineData("", null)]
    public void A_day_is_an_ISO_day(string sent, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Data(sent).Day("field")
        );

    [Theory]
    [InlineData("80", 80d)]
    [InlineData("80,5", 80.5)] // some clients send a comma
    [InlineData("-3.25", -3.25)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("eighty", null)]
    public void A_number_is_finite(string sent, double? expected) => Assert.Equal(expected, Data(sent).Number("field"));

    private static CardData Data(string? sent) =>
        new(
            sent is null
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["field"] = sent }
        );

    [Fact]
    public void An_id_of_ours_is_no_words_and_all_else_is()
    {
        var data = new CardData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["token"] = "deadbeef4201",
                ["why"] = "dead inside",
            }
        );

        Assert.Equal(["dead inside"], data.Typed);
    }
}
