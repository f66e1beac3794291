using Milestones.Tests.Goals;
using Milestones.Tests.Support;

namespace Milestones.Tests.Turns;

/// <summary>Several things in one message have new ids of their own, as if each had come by itself.</summary>
public sealed class ThingOfTurnTests
{
    [Fact]
    public async Task News_of_two_goals_in_one_line_are_two_entries()
    {
        var chat = new PureChat();
        chat.Person = chat.Known with
        {
            WelcomedAt = PureChat.Monday,
            Goals = [GoalTalkTests.Math, GoalTalkTests.Books],
        };
        await chat.SaysAsync("got a 70 in math and i read 2 more books");
        Assert.Equal([70, 8], chat.Person!.Goals.Select(goal => goal.Current));
        Assert.Equal(2, chat.Person.Goals.Select(goal => goal.Progress[^1].Id).Distinct().Count());
    }
}
