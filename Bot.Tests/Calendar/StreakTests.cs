using Milestones.Calendar;
using static Milestones.Tests.Calendar.Moments;

namespace Milestones.Tests.Calendar;

public sealed class StreakTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("R", 1, 1)]
    [InlineData("RRR", 3, 3)]
    [InlineData("RRMR", 1, 2)]
    [InlineData("RR-R", 3, 3)] // A holiday neither counts nor breaks.
    [InlineData("R---", 1, 1)]
    [InlineData("RRRM", 0, 3)]
    [InlineData("M-", 0, 0)]
    [InlineData("RRRMRR", 2, 3)]
    public void A_streak_is_the_weeks_reflected_in_a_row(string weeks, int current, int longest)
    {
        var week = Week("2026-W50");
        var streak = Streak.None;
        foreach (var letter in weeks)
        {
            streak = streak.With(
                week,
                letter switch
                {
                    'R' => WeekEnd.Reflected,
                    'M' => WeekEnd.Missed,
                    _ => WeekEnd.NotAsked,
                }
            );
            week = week.Next;
        }

        Assert.Equal((current, longest), (streak.Weeks, streak.Longest));
    }

    [Fact]
    public void A_week_counts_once()
    {
        var streak = Streak.None.With(Week("2026-W38"), WeekEnd.Reflected);

        Assert.Same(streak, streak.With(Week("2026-W38"), WeekEnd.Reflected));
        Assert.Same(streak, streak.With(Week("2026-W38"), WeekEnd.Missed));
        Assert.Same(streak, streak.With(Week("2026-W37"), WeekEnd.Missed));
    }
}
