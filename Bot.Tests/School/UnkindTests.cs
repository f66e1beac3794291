using Milestones.School;

namespace Milestones.Tests.School;

public sealed class UnkindTests
{
    [Theory]
    [InlineData("helped me with fractions", null)]
    [InlineData("me ayudó con las fracciones", null)]
    [InlineData("finally passed the quiz after three tries", null)]
    [InlineData("picked up the trash after lunch", null)] // what was done, not who somebody is
    [InlineData("i hate math but she made it fun", null)]
    [InlineData("Assisted the class", null)] // a word inside a word
    [InlineData("you're DUMB", nameof(WordFault.Unkind))]
    [InlineData("no es tan tonto", nameof(WordFault.Unkind))]
    [InlineData("shut-up already", nameof(WordFault.Unkind))]
    [InlineData("eres basura", nameof(WordFault.Unkind))]
    [InlineData("estúpida", nameof(WordFault.Unkind))]
    [InlineData("she helped me when i wanted to die", nameof(WordFault.Heavy))]
    public void Words_that_hurt_or_worry_are_not_passed_on(string words, string? why) =>
        Assert.Equal(why, Unkind.WhyNot(words, Praise.MaxLength)?.ToString());
}
