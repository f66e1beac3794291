using Milestones.Features.Celebrating;

namespace Milestones.Tests.Celebrating;

public sealed class UnkindTests
{
    [Theory]
    [InlineData("helped me with fractions", null)]
    [InlineData("me ayudó con las fracciones", null)]
    [InlineData("finally passed the quiz after three tries", null)]
    [InlineData("picked up the trash after lunch", null)] // what was done, not who somebody is
    [InlineData("i hate math but she made it fun", null)]
    [InlineData("Assisted the class", null)] // a word inside a word
    [InlineData("you're DUMB", "Praise.Fault.Unkind")]
    [InlineData("no es tan tonto", "Praise.Fault.Unkind")]
    [InlineData("shut-up already", "Praise.Fault.Unkind")]
    [InlineData("eres basura", "Praise.Fault.Unkind")]
    [InlineData("estúpida", "Praise.Fault.Unkind")]
    [InlineData("she helped me when i wanted to die", "Praise.Fault.Heavy")]
    public void Words_that_hurt_or_worry_are_not_passed_on(string words, string? why) =>
        Assert.Equal(why, Unkind.WhyNot(words));
}
