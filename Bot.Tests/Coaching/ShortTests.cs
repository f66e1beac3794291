using Milestones.Features.Coaching;

namespace Milestones.Tests.Coaching;

/// <summary>A few words that leave, skip, begin anew or take back, among those that only look so.</summary>
public sealed class ShortTests
{
    [Theory]
    [InlineData("idk. gtg its lunch, bye", true)]
    [InlineData("ya me voy, adios", true)]
    [InlineData("go to bed by ten", false)]
    [InlineData("say goodbye to my phone at nine every night before i do my reading for school", false)]
    public void Leaves(string text, bool leaves) => Assert.Equal(leaves, Short.Leaves(text));

    [Theory]
    [InlineData("idk skip that", true)]
    [InlineData("just skip", true)]
    [InlineData("i skip class a lot on fridays", false)]
    public void Skips(string text, bool skips) => Assert.Equal(skips, Short.Skips(text));

    [Theory]
    [InlineData("omg start over", true)]
    [InlineData("new one", true)]
    [InlineData("empezar de nuevo", true)]
    [InlineData("make one new friend", false)]
    public void StartsOver(string text, bool starts) => Assert.Equal(starts, Short.StartsOver(text));

    [Theory]
    [InlineData("no ugh undo", true)]
    [InlineData("take it back", true)]
    [InlineData("undo the damage i did to my grade this year somehow", false)]
    public void Undoes(string text, bool undoes) => Assert.Equal(undoes, Short.Undoes(text));

    [Theory]
    [InlineData("it doesnt. my teacher makes me", true)]
    [InlineData("my teacher makes me", true)]
    [InlineData("no me importa", true)]
    [InlineData("my teacher makes me feel like i can do it", false)]
    [InlineData("so i can stay on the team", false)]
    public void HasNoReason(string text, bool has) => Assert.Equal(has, Short.HasNoReason(text));
}
