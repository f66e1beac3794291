using Milestones.Features.Criteria;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Criteria;

/// <summary>When a student of a class with a weekly question on Fridays, 13:30 in New York, is to check.</summary>
public sealed class CheckTimeTests
{
    private static readonly SuccessCriteria Asked = SuccessCriteriaTests.Three with
    {
        AskedAt = Moments.Utc("2026-09-14 14:00"),
    };

    [Theory]
    [InlineData("2026-09-14 14:00", "2026-09-14 14:00")] // Monday at ten
    [InlineData("2026-09-15 03:00", "2026-09-15 11:00")] // at night: in the morning
    [InlineData("2026-09-18 14:00", "2026-09-21 11:00")] // Friday before the weekly question: on Monday
    public void On_a_school_day_by_day(string now, string asked) =>
        Assert.Equal(Moments.Utc(asked), At(SuccessCriteriaTests.Three, now));

    [Fact]
    public void About_a_task_once_more_on_the_second_school_day_after() =>
        Assert.Equal(Moments.Utc("2026-09-16 14:00"), At(Asked, "2026-09-14 15:00"));

    [Fact]
    public void Never_a_third_time_nor_to_whoever_has_checked()
    {
        Assert.Null(At(Asked with { RemindedAt = Moments.Utc("2026-09-16 14:00") }, "2026-09-17 15:00"));
        Assert.Null(At(SuccessCriteriaTests.Checked(Asked, "Yes Yes Yes"), "2026-09-14 15:00"));
    }

    [Fact]
    public void About_a_goal_once_and_about_criteria_of_ones_own_never()
    {
        Assert.NotNull(At(SuccessCriteriaTests.Three, "2026-09-14 14:00", isTask: false));
        Assert.Null(At(Asked, "2026-09-14 15:00", isTask: false));
        Assert.Null(At(SuccessCriteriaTests.Three with { Class = null }, "2026-09-14 14:00", isTask: false));
    }

    [Fact]
    public void Not_about_what_is_over_and_not_to_whoever_wants_no_messages()
    {
        Assert.Null(At(SuccessCriteriaTests.Three, "2026-09-14 14:00", isOpen: false));
        var quiet = Sam() with { Prompts = new(OptedOut: true, null) };
        Assert.Null(
            CheckTime.At(new("t", "Essay", SuccessCriteriaTests.Three, true), quiet, Moments.Utc("2026-09-14 14:00"))
        );
    }

    private static DateTimeOffset? At(SuccessCriteria criteria, string now, bool isTask = true, bool isOpen = true) =>
        CheckTime.At(new("t", "Essay", criteria, isOpen) { IsTask = isTask }, Sam(), Moments.Utc(now));

    private static Person Sam() =>
        SuccessCriteriaTests.Sam() is var sam
            ? sam with
            {
                Chat = Classrooms.Of().Chat,
                TimeZone = "America/New_York",
                Classes = [sam.Classes[0] with { Cursor = new(Classrooms.Now) }],
            }
            : null!;
}
