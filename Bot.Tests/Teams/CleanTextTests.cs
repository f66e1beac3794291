using Milestones.Channel.Teams;

namespace Milestones.Tests.Teams;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("plain words, 80 %!", "plain words, 80 %!")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf")]
    [InlineData("bell\u0007 null\0 escape\u001b[31m", "bell null escape[31m")]
    [InlineData("c1 \u009b31m\u0090", "c1 31m")]
    [InlineData("\u202egnp.exe\u202c", "gnp.exe")]
    [InlineData("\u2066a\u2069\u200e\u200f\u061c", "a")]
    [InlineData("se\u200bcr\u2060et\ufeff", "secret")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("joined\u200dletters", "joinedletters")] // a joiner that joins nothing
    [InlineData("\u00a0help", " help")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("👩‍👩‍👧 and 👩🏽‍🎓", "👩‍👩‍👧 and 👩🏽‍🎓")]
    [InlineData("❤️‍🔥 🏳️‍🌈", "❤️‍🔥 🏳️‍🌈")]
    [InlineData(
        "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"
    )] // England
    [InlineData("hi\U000E0068\U000E0069", "hi")] // words in invisible tags
    [InlineData("x\ufe01\U000E0101", "x")] // data in variation selectors
    [InlineData("می‌خواهم", "می‌خواهم")] // the non-joiner is spelling in Persian
    [InlineData("\uffff\ufdd0x\U0001FFFE", "x")]
    [InlineData("¿Qué? ñ 数学 математика", "¿Qué? ñ 数学 математика")]
    public void Only_what_can_be_seen_remains(string text, string clean) => Assert.Equal(clean, CleanText.Of(text));

    // Not in the table: an attribute cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement() =>
        Assert.Equal("lone \ufffd half", CleanText.Of("lone \ud83d half"));

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        foreach (var c in Enumerable.Range(0, 0x3000))
        {
            var once = CleanText.Of($"a{(char)c}\u0301{(char)c}z\u200d{(char)c}");
            Assert.Equal(once, CleanText.Of(once));
        }
    }
}
