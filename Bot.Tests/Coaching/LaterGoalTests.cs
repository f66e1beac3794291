using Milestones.Features.Coaching;
using Milestones.Localization;

namespace Milestones.Tests.Coaching;

/// <summary>What a wish for one goal more tells of it, and goals that somebody else wrote.</summary>
public sealed class LaterGoalTests
{
    [Theory]
    [InlineData(
        "uh but can i do the mile one too its like 9:40 now and i want 8:30",
        "mile. its like 9:40 now and i want 8:30"
    )]
    [InlineData("also can i do a second one? i want to sleep more", "i want to sleep more")]
    [InlineData("start a new goal. sit w someone at lunch 3 days a week", "sit w someone at lunch 3 days a week")]
    [InlineData("ok new goal, get a part time job by jan 31", "get a part time job by jan 31")]
    [InlineData("can we make it 70 instead", null)]
    [InlineData("new goal", null)]
    public void The_goal_is_told_behind_the_wish(string text, string? goal) =>
        Assert.Equal(goal, LaterGoal.Named(text));

    [Theory]
    [InlineData("ok i also need to find a job can we do two goals at once", true)]
    [InlineData("i wanna get better at free throws like can i do two goals at once", true)]
    [InlineData("i scored two goals at practice", false)]
    public void Asks(string text, bool asks) => Assert.Equal(asks, LaterGoal.Asks(text));

    [Theory]
    [InlineData(
        "my teacher wrote: given a passage jayden will answer questions with 80% accuracy on 4 out of 5 trials",
        "I will answer questions with 80% accuracy on 4 out of 5 trials"
    )]
    [InlineData("my mom will pick me up at 4", null)]
    [InlineData("i will read 20 minutes a day", null)]
    public void What_others_wrote_is_said_as_ones_own(string text, string? goal) =>
        Assert.Equal(goal, WrittenGoal.AsOwn(text, new Voice(Voice.CultureFor("en", null), GradeBand.Grades6To8)));
}
