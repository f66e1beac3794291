using Milestones.Tests.Support;

namespace Milestones.Tests.Coaching;

/// <summary>The proposed steps of a goal just saved.</summary>
public sealed class StepsTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("hmm ok")]
    [InlineData("whatever yeah")]
    [InlineData("the steps look good to me")]
    public async Task Any_yes_takes_them(string yes)
    {
        var sam = new PureChat();
        await sam.SaysAsync(
            "i want to raise my algebra grade from 55 to 80 by december 1 by going to tutoring every tuesday because "
                + "i want to pass the class"
        );
        await sam.SaysAsync("7");
        await sam.TapsAsync("Save");

        Assert.NotEmpty(await sam.SaysAsync(yes));

        Assert.Null(sam.Known.Dialog);
    }
}
