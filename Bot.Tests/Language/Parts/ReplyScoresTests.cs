using System.Text.Json.Nodes;
using Milestones.Bench.Parts;
using Milestones.Bench.Replies;

namespace Milestones.Tests.Language.Parts;

/// <summary>
/// The measure of whole turns sees what came to something else than a line's marks say, and nothing else.
/// </summary>
public sealed class ReplyScoresTests
{
    private const string Reading = "what=read books;unit=books;way=up;from=0;now=3;to=10;plan=before bed";

    private static readonly TextKeys Keys = new();

    [Theory]
    [InlineData("rest", "<gain>read {2|add} more", null)]
    [InlineData("rest", "<gain>{1|add} more monday and {2|add} more tuesday", null)]
    [InlineData("rest", "<chat>read {2|other} more", "harm:logged")]
    [InlineData("rest", "<gain>im at {8|now} books, not {2|denied}", null)]
    [InlineData("rest", "<ask-privacy>who can see this", null)]
    [InlineData("rest", "<delete>who can see this", "owed:Delete")]
    [InlineData("rest", "<ask-status>how many left", null)]
    [InlineData("rest", "<explain>im going to kill myself", "harm:alarm")]
    [InlineData("draft", "<yes>looks good, save it", null)]
    [InlineData("draft", "<ask-what>looks good, save it", "harm:saved")]
    [InlineData("ask-when", "<deadline>by may 30", null)]
    public void A_turn_is_held_against_the_marks_of_its_line(string place, string marked, string? fault)
    {
        var goal = place == "ask-when" ? Reading : $"{Reading};by=may 30";
        var line = PartLine.Of($"en\t{place}\t{goal}\t{marked}");

        var scores = Scores(line);

        Assert.Equal(fault is null ? 0 : 1, scores["wrong"]!.GetValue<int>());
        if (fault is not null)
            Assert.Equal(1, scores[fault]?.GetValue<int>());
    }

    private static JsonObject Scores(PartLine line)
    {
        var (scores, played) = (new ReplyScores(tellsAll: false), LinePlayed.Of(line));
        scores.Add(played, new Effects(played, Keys), null);
        return scores.Json();
    }
}
