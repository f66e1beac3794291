using Milestones.Language.Opinions;

namespace Milestones.Tests.Reading;

/// <summary>
/// What leaves the bot has no name the bot knows, no address and no long number, and is as long as before.
/// </summary>
public sealed class CoveringTests
{
    private static readonly string[] Names =
    [
        "Sophie Lang",
        "José Núñez-Díaz",
        "Sam Rivera (Period 3)",
        "O'Neil, Pat",
        "Q",
    ];

    [Theory]
    [InlineData("with sophie after school", "with XXXXXX after school")]
    [InlineData("SOPHIE and jose, pat's mom", "XXXXXX and XXXX, XXX's mom")]
    [InlineData("ask mr nunez or Diaz", "ask mr XXXXX or XXXX")]
    [InlineData("sophies notes", "XXXXXXX notes")]
    [InlineData("so\u00ADphie helps", "XXXXXXX helps")]
    [InlineData("samba class, patience", "samba class, patience")]
    [InlineData("write to sam.r@school.example now", "write to XXXXXXXXXXXXXXXXXXXX now")]
    [InlineData("im @sophie_l on insta", "im XXXXXXXXX on insta")]
    [InlineData("call 555-123-4567 ok", "call XXXXXXXXXXXX ok")]
    [InlineData("see https://x.example/me", "see XXXXXXXXXXXXXXXXXXXX")]
    [InlineData("from 55 to 80 by 12/18", "from 55 to 80 by 12/18")]
    [InlineData("1200 pages in 30 days", "1200 pages in 30 days")]
    [InlineData("", "")]
    public void Names_addresses_and_long_numbers_are_covered(string text, string covered) =>
        Assert.Equal(covered, Covering.Of(text, Names));

    [Fact]
    public void A_name_that_is_a_word_is_covered_as_well() =>
        Assert.Equal("i XXXX read", Covering.Of("i will read", ["Will Smith"]));
}
