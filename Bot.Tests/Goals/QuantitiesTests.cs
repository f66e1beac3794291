using Milestones.Localization;
using Milestones.Views;

namespace Milestones.Tests.Goals;

public sealed class QuantitiesTests
{
    private static readonly Voice English = new(Voice.CultureFor("en-US"), GradeBand.Grades6To8);

    [Theory]
    [InlineData(null, "percent", "")]
    [InlineData(80d, "percent", "80%")]
    [InlineData(3d, "letter_grade", "B")]
    [InlineData(3.2, "letter_grade", "B+")] // the nearest letter
    [InlineData(20d, "books", "20 books")]
    [InlineData(1500d, "pages", "1,500 pages")]
    [InlineData(20d, "minutes/day", "20 minutes a day")]
    [InlineData(3d, "laps/week", "3 laps a week")] // what is counted may be any word
    [InlineData(25d, "dollars", "$25")]
    [InlineData(3.456, "gpa", "3.46")]
    [InlineData(80d, null, "80")]
    public void A_number_is_said_with_what_it_counts(double? value, string? unit, string expected) =>
        Assert.Equal(expected, Quantities.Say(value, unit, English));
}
