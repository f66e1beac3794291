using Milestones.School;

namespace Milestones.Tests.Goals;

public sealed class MeasureTests
{
    [Theory]
    [InlineData(55d, 80d, null, 55, 0d)]
    [InlineData(55d, 80d, null, 67.5, 0.5)]
    [InlineData(55d, 80d, null, 90, 1d)] // past the target is there
    [InlineData(55d, 80d, null, 40, 0d)] // further back than at the start is the start
    [InlineData(6d, 1d, "tardies", 3.5, 0.5)] // fewer is better
    [InlineData(null, 5d, "books", 2, 0.4)] // things that add up begin at none
    [InlineData(null, 80d, "percent", 60, 0.75)] // a level without a start is measured from nothing
    [InlineData(null, 2d, "absences", 5, 0.5)] // and what shall become fewer, by how many are too many
    [InlineData(null, 2d, "absences", 1, 1d)]
    [InlineData(55d, null, null, 60, null)]
    [InlineData(80d, 80d, null, 80, 1d)]
    public void The_share_is_the_part_of_the_way(
        double? baseline,
        double? target,
        string? unit,
        double value,
        double? expected
    ) => Assert.Equal(expected, new Measure("words", target, baseline, unit).Share(value));

    [Theory]
    [InlineData(6d, 1d, null, true)]
    [InlineData(55d, 80d, null, false)]
    [InlineData(null, 2d, "absences", true)]
    [InlineData(null, 2d, "books", false)]
    public void Lower_is_better_by_the_numbers_or_by_what_is_counted(
        double? baseline,
        double? target,
        string? unit,
        bool expected
    ) => Assert.Equal(expected, new Measure("words", target, baseline, unit).LowerIsBetter);

    [Theory]
    [InlineData("2 times a week at most", true)]
    [InlineData("no more than 3", true)]
    [InlineData("5 or less", true)]
    [InlineData("2 veces por semana como máximo", true)]
    [InlineData("at least 2 times a week", false)]
    [InlineData("no less than 2 times a week", false)]
    [InlineData("more or less 2 times a week", false)]
    [InlineData("más o menos 2 veces por semana", false)]
    [InlineData("2 times a week", false)]
    public void A_number_that_is_not_to_be_passed_is_better_low(string words, bool expected)
    {
        var measure = new Measure(words, 2, null, "times/week");
        Assert.Equal(expected, measure.LowerIsBetter);
        Assert.Equal(!expected, measure.Meets(4, 2));
    }
}
