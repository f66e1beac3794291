using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>What takes the place of what, in the words that say so.</summary>
public sealed class ReplacementTests
{
    [Theory]
    [InlineData("85 not 80", "85", "80")]
    [InlineData("5.8, no 6.5", "5.8", "6.5")]
    [InlineData("espera no, no traigo 6.5, es 5.8", "5.8", "6.5")]
    [InlineData("its 35 not 30", "35", "30")]
    [InlineData("no wait its 5 not 4", "5", "4")]
    [InlineData("ok but my plan still says 30. make it 35", "35", "30")]
    [InlineData("dice 30, ponle 35", "35", "30")]
    [InlineData("no es 4, es 3", "3", "4")]
    [InlineData("reading, not writing", "reading", "writing")]
    public void The_new_and_the_old_are_told_apart(string text, string now, string old) =>
        Assert.Equal((now, old), Replacement.Of(text));

    [Theory]
    [InlineData("i want 85")]
    [InlineData("no puedo los martes")]
    public void Nothing_is_replaced_where_only_one_is_said(string text) => Assert.Null(Replacement.Of(text));
}
