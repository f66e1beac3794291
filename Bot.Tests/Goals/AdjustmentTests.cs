using System.Globalization;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Goals;

public sealed class AdjustmentTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    /// <summary>From 55 to 80 in four weeks, with a step half-way.</summary>
    private static readonly Goal Goal = new(
        "g",
        "words",
        Area.Academic,
        new Measure("80", 80, 55),
        null,
        null,
        null,
        null,
        Monday.AddDays(28),
        Aspects.All,
        Aspects.None,
        Monday
    )
    {
        Milestones = [new(string.Empty, Monday.AddDays(14), 68), new(string.Empty, Monday.AddDays(28), 80)],
    };

    [Theory]
    [InlineData(3, "62 on 9/24, 68 on 9/28, 80 on 10/12")] // the next step's day is still far
    [InlineData(20, "62 on 10/6, 68 on 10/9, 80 on 10/12")] // it has passed
    [InlineData(30, "62 on 10/21, 68 on 10/28, 80 on 11/4")] // and so has the goal's
    public void The_smaller_step_comes_first_and_the_days_go_on_in_order(int day, string expected)
    {
        var broken = Adjustment.BreakDown(Goal, "small", Monday.AddDays(day))!;

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                broken.Milestones.Select(step =>
                    string.Create(CultureInfo.InvariantCulture, $"{step.Value} on {step.Due:M/d}")
                )
            )
        );
    }

    [Theory]
    [InlineData(54, nameof(GoalStatus.BitBehind))]
    [InlineData(55, nameof(GoalStatus.OnTrack))]
    [InlineData(56, nameof(GoalStatus.OnTrack))]
    public void Below_where_it_began_is_behind_however_early_it_is(double number, string expected)
    {
        var logged = Progress.Log(Goal, "e", number, adds: false, Monday.AddDays(1), null, null).Goal;

        Assert.Equal(expected, GoalStatuses.Of(logged, Monday.AddDays(1)).ToString());
    }
}
