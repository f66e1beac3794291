using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

/// <summary>Goals that count in their own ways: in one go, in a week, in money, over several days.</summary>
public sealed class ReportShapeTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    private static readonly Dictionary<string, ReportGoal> Goals = new(StringComparer.Ordinal)
    {
        ["sit-ups"] = new("do 40 sit ups in a row", "sit-ups", 12, 40, 18, false),
        ["dominadas"] = new("hacer 10 dominadas seguidas", "dominadas", 2, 10, 4, false),
        ["stars"] = new("earn 6 stars each week", "stars", 2, 6, 3, false),
        ["typing"] = new("type 50 words per minute", "wpm", 30, 50, 36, false),
        ["trip"] = new("save 250 dollars for the choir trip", "dollars", 0, 250, 90, false),
        ["service"] = new("complete 30 service hours", "hours", 0, 30, 10, false),
        ["equations"] = new("solve 150 equations this quarter", "equations", 0, 150, 50, false),
        ["ecuaciones"] = new("resolver 120 ecuaciones", "ecuaciones", 0, 120, 40, false),
        ["scholarships"] = new("send 6 scholarship applications", "applications", 0, 6, 2, false),
        ["answering"] = new("speak up 5 times a day in class", "times/day", 1, 5, 2, false),
        ["phone"] = new("cut my phone time from 5 hours a day to 2", "hours/day", 5, 2, 4, true),
    };

    [Theory]
    [InlineData("sit-ups", "24 straight", "value", 24.0)]
    [InlineData("sit-ups", "three more than before", "value", 21.0)]
    [InlineData("dominadas", "hoy hice 6", "value", 6.0)]
    [InlineData("stars", "i got 4 this week", "value", 4.0)]
    [InlineData("stars", "five stars!!", "value", 5.0)]
    [InlineData("typing", "forty two with 3 mistakes", "value", 42.0)]
    [InlineData("typing", "4 more wpm than last week", "value", 40.0)]
    [InlineData("trip", "babysat again, another 30 bucks", "change", 30.0)]
    [InlineData("service", "did 2.5 hrs at the shelter saturday", "change", 2.5)]
    [InlineData("equations", "12 today, eight yesterday", "change", 20.0)]
    [InlineData("ecuaciones", "ya llevo sesenta y tres terminadas", "value", 63.0)]
    [InlineData("scholarships", "asked two coaches for a letter", "effort", null)]
    [InlineData("answering", "put my hand up 4 times today", "value", 4.0)]
    [InlineData("phone", "it says 3h 30m daily average", "value", 3.5)]
    public void A_goal_counts_in_its_own_way(string goal, string text, string kind, double? number)
    {
        var language = goal is "dominadas" or "ecuaciones" ? TextLanguage.Spanish : TextLanguage.English;
        var report = ReportReader.Read(text, Goals[goal], Today, language);
        Assert.Equal(kind, report.GetType().Name, ignoreCase: true);
        Assert.Equal(
            number,
            report switch
            {
                Report.Value value => value.Number,
                Report.Change change => change.Delta,
                _ => null,
            }
        );
    }
}
