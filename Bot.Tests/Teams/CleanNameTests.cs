using Milestones.Channel.Teams;

namespace Milestones.Tests.Teams;

public sealed class CleanNameTests
{
    [Theory]
    [InlineData("Sam Rivera", "Sam Rivera")]
    [InlineData("\u202Earevir maS\u202C", "arevir maS")] // it cannot turn the card around
    [InlineData("S\u200Ba\u2060m\n\nRivera\t ", "Sam Rivera")]
    [InlineData(" \u200B\u200E ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_is_one_line_of_what_a_reader_sees(string? name, string? clean) =>
        Assert.Equal(clean, CleanName.Of(name));

    [Fact]
    public void A_name_is_no_longer_than_fits()
    {
        Assert.Equal(64, CleanName.Of(new string('x', 5000))!.Length);
        Assert.InRange(CleanName.Of("a" + new string('\u0301', 5000))!.Length, 1, 128);
    }
}
