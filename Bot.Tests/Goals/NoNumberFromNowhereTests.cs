using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Tests.Support;

namespace Milestones.Tests.Goals;

/// <summary>
/// No sentence makes a number appear in a goal or its progress that is not in the sentence, follows from it and the
/// goal, or answers a question.
/// </summary>
public sealed partial class NoNumberFromNowhereTests
{
    private static readonly string[] Beginnings =
    [
        "",
        "i failed ",
        "got a ",
        "studied ",
        "my friend got ",
        "went down ",
        "i gave up after ",
        "saqué ",
        "no pude con ",
        "i want ",
        "still at ",
    ];

    private static readonly string[] Ends =
    [
        "the quiz again",
        "my test",
        "everything",
        "pages tonight",
        "it",
        "nothing this week",
        "with my cousin for a while",
        "otra vez",
        "so bad lol",
        "the whole goal",
    ];

    [Fact]
    public void Words_without_a_number_log_none()
    {
        foreach (var beginning in Beginnings)
        {
            foreach (var end in Ends)
            {
                var chat = new PureChat();
                chat.Person = chat.Known with
                {
                    WelcomedAt = PureChat.Monday,
                    Goals = GoalTalkTests.Goals("sam has a math goal, now 66"),
                };
                var before = chat.Person.Goals[0];
                chat.Take(new Said(beginning + end));
                var after = chat.Person.Goals.Single(goal => goal.Id == before.Id);
                Assert.Equal(before.Measure, after.Measure);
                Assert.Equal(before.Deadline, after.Deadline);
                Assert.All(after.Progress.Skip(1), entry => Assert.Null(entry.Value));
            }
        }
    }

    [Theory]
    [InlineData("got a 71")]
    [InlineData("got a 71 on the quiz on the 9th")]
    [InlineData("saqué 71")]
    [InlineData("i failed, got 40")]
    [InlineData("71 percent!!")]
    [InlineData("i studied 2 hours and got 71")]
    [InlineData("my friend got 96")]
    [InlineData("studied 45 minutes")]
    [InlineData("read 20 pages")]
    public void A_number_logged_stands_in_the_sentence(string text)
    {
        var chat = new PureChat();
        chat.Person = chat.Known with
        {
            WelcomedAt = PureChat.Monday,
            Goals = GoalTalkTests.Goals("sam has a math goal, now 66"),
        };
        chat.Take(new Said(text));
        var said = Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));
        Assert.All(
            chat.Person.Goals[0].Progress.Skip(1).Select(entry => entry.Value).OfType<double>(),
            value => Assert.Contains(value, said)
        );
    }

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
