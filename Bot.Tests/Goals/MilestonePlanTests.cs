using FsCheck;
using FsCheck.Fluent;
using Milestones.School;

namespace Milestones.Tests.Goals;

public sealed class MilestonePlanTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Theory]
    [InlineData(55d, 80d, null, 42, "61 68 74 80")]
    [InlineData(55d, 80d, "percent", 14, "68 80")]
    [InlineData(55d, 80d, "percent", 365, "59 63 68 72 76 80")] // never more than six
    [InlineData(6d, 5, "tardies", 42, "CheckIn 5")] // one apart: one number, and a look on the way
    [InlineData(6d, 1, "tardies", 28, "4 3 1")]
    [InlineData(null, 5, "books", 42, "1 3 4 5")] // things that add up begin at none
    [InlineData(1.3, 3, "letter_grade", 56, "1.7 2 2.3 2.7 3")] // letters, not decimals
    [InlineData(2.5, 3.1, "gpa", 28, "2.7 2.9 3.1")]
    [InlineData(55d, 80d, null, 1, "80")] // tomorrow: no room for two
    public void A_goal_with_numbers_gets_checkpoints(
        double? start,
        double target,
        string? unit,
        int days,
        string expected
    )
    {
        var steps = MilestonePlan.Propose(
            new Measure("words", target, start, unit),
            "tutoring and ixl",
            Monday,
            Monday.AddDays(days)
        );

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                steps.Select(step =>
                    step.Value is { } value
                        ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        : "CheckIn"
                )
            )
        );
        Assert.Equal(Monday.AddDays(days), steps[^1].Due);
    }

    [Theory]
    [InlineData("tutoring tuesday and ixl on sundays", "||")] // the same every week has no order of steps
    [InlineData("find a topic, ask my teacher; write the plan", "find a topic|ask my teacher|write the plan")]
    [InlineData("tutoring with my sister and me", "||")] // a crumb is no step
    [InlineData("tutoring", "||")]
    [InlineData(null, "||")]
    public void A_goal_without_numbers_gets_the_steps_of_its_plan(string? plan, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            MilestonePlan.Propose(Measure.None, plan, Monday, null).Select(step => step.Title)
        );

    [Fact]
    public void Two_to_six_steps_in_order_none_before_tomorrow_and_the_last_on_the_day_with_the_target() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(PositiveInt Start, PositiveInt Target, PositiveInt Days)>(),
                numbers =>
                {
                    var (start, target, days) = (
                        numbers.Start.Get % 101,
                        numbers.Target.Get % 101,
                        2 + (numbers.Days.Get % 400)
                    );
                    var steps = MilestonePlan.Propose(
                        new Measure("words", target, start),
                        null,
                        Monday,
                        Monday.AddDays(days)
                    );

                    Assert.InRange(steps.Count, MilestonePlan.Fewest, MilestonePlan.Most);
                    Assert.All(steps, step => Assert.InRange(step.Due, Monday.AddDays(1), Monday.AddDays(days)));
                    Assert.Equal(
                        steps.OrderBy(step => step.Due).Select(step => step.Value),
                        steps.Select(step => step.Value)
                    );
                    if (start != target)
                    {
                        Assert.Equal(target, steps[^1].Value);
                        Assert.Equal(Monday.AddDays(days), steps[^1].Due);
                    }
                }
            )
            .QuickCheckThrowOnFailure();
}
