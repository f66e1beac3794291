using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

/// <summary>Numbers that only the goal, or the words around them, tell how to read.</summary>
public sealed class GoalNumbersTests
{
    private static readonly DateOnly Today = new(2026, 9, 14);
    private static readonly ReportGoal Savings = new("save $500", "dollars", 115, 500, 155, LowerIsBetter: false);
    private static readonly ReportGoal Mile = new("run a mile in 7:50", "seconds", 554, 470, 554, LowerIsBetter: true);
    private static readonly ReportGoal Books = new("read 20 books", "books", 0, 20, 4, LowerIsBetter: false);
    private static readonly ReportGoal Quiz = new("from 4 to 8 of 10", "percent", 40, 80, 40, LowerIsBetter: false);

    [Theory]
    [InlineData("put in 30", 30)]
    [InlineData("had to take 90 out of it for the truck", -90)]
    [InlineData("i spent 20 on gas", -20)]
    public void Money_that_goes_out_is_no_gain(string text, double delta) =>
        Assert.Equal(delta, Assert.IsType<Report.Change>(Of(text, Savings)).Delta);

    [Theory]
    [InlineData("40 more in the envelope so 155", 155)]
    [InlineData("i have 65 bucks in there now, not 245", 65)]
    public void What_is_there_is_told_as_that(string text, double number) => Is(text, Savings, number);

    [Theory]
    [InlineData("we timed it. 8 54!!!", 534)]
    [InlineData("ran 8:03 today", 483)]
    public void Minutes_and_seconds_side_by_side_are_a_time(string text, double number) => Is(text, Mile, number);

    [Theory]
    [InlineData("got a 6", 60)]
    [InlineData("7 out of 10", 70)]
    public void A_bare_score_is_of_as_many_as_the_goals(string text, double number) => Is(text, Quiz, number);

    [Theory]
    [InlineData("dev is too loud hes only 3")]
    [InlineData("dev is 3 years old")]
    [InlineData("can we move it to february 12")]
    public void An_age_or_a_day_is_no_number_of_books(string text) => Assert.IsNotType<Report.Change>(Of(text, Books));

    [Theory]
    [InlineData("i still have 4 books not 20", 4)]
    public void What_is_denied_is_not_told(string text, double number) => Is(text, Books, number);

    private static void Is(string text, ReportGoal goal, double number) =>
        Assert.Equal(number, Assert.IsType<Report.Value>(Of(text, goal)).Number);

    private static Report Of(string text, ReportGoal goal) =>
        ReportReader.Read(text, goal, Today, TextLanguage.English);
}
