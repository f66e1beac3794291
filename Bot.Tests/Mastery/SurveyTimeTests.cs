using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Mastery;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Mastery;

/// <summary>When a student of a class with a weekly question on Fridays, 13:30 in New York, is asked.</summary>
public sealed class SurveyTimeTests
{
    [Theory]
    [InlineData("2026-09-14 14:00", "2026-09-14 14:00")] // Monday at ten
    [InlineData("2026-09-15 03:00", "2026-09-15 11:00")] // at night: in the morning
    [InlineData("2026-09-18 14:00", "2026-09-21 11:00")] // Friday before the weekly question: on Monday
    [InlineData("2026-09-19 14:00", "2026-09-21 11:00")] // Saturday
    [InlineData("2027-06-05 14:00", null)] // the course is over
    public void On_a_school_day_by_day(string now, string? asked) => Equal(asked, Survey(), Sam(), now);

    [Fact]
    public void Never_as_the_second_message_of_a_day() =>
        Equal(
            "2026-09-15 11:00",
            Survey(),
            Sam() with
            {
                LastUnprompted = Moments.Utc("2026-09-14 13:00"),
            },
            "2026-09-14 14:00"
        );

    [Fact]
    public void On_the_day_of_the_weekly_question_after_it_is_decided()
    {
        var cursor = new PromptCursor(Classrooms.Now, Moments.Week("2026-W38"));
        var sam = Sam();
        Equal(
            "2026-09-18 18:00",
            Survey(),
            sam with
            {
                Classes = [sam.Classes[0] with { Cursor = cursor }],
            },
            "2026-09-18 18:00"
        );
    }

    [Fact]
    public void Not_to_whoever_wants_no_messages_and_after_a_pause()
    {
        Equal(null, Survey(), Sam() with { Prompts = new(OptedOut: true, null) }, "2026-09-14 14:00");
        Equal(
            "2026-09-16 14:00",
            Survey(),
            Sam() with
            {
                Prompts = new(OptedOut: false, Moments.Utc("2026-09-16 14:00")),
            },
            "2026-09-14 14:00"
        );
        Equal(null, Survey(), Sam() with { Chat = null }, "2026-09-14 14:00");
        Equal(null, Survey(), Sam() with { Unreachable = "Uninstalled" }, "2026-09-14 14:00");
    }

    [Fact]
    public void Reminded_once_on_the_second_school_day_at_the_same_hour()
    {
        var asked = Survey() with { AskedAt = Moments.Utc("2026-09-14 14:00") };
        Equal("2026-09-16 14:00", asked, Sam(), "2026-09-14 14:01");
        Equal("2026-09-17 11:00", asked, Sam(), "2026-09-17 09:00");
        Equal(null, asked with { RemindedAt = Moments.Utc("2026-09-16 14:00") }, Sam(), "2026-09-16 14:01");
    }

    [Fact]
    public void Not_when_all_is_rated_or_the_unit_is_over_or_they_left()
    {
        Equal(null, Survey().Rated(0, 2), Sam(), "2026-09-14 14:00");
        Equal("2026-09-14 14:00", Survey("add", "compare").Rated(0, 2), Sam(), "2026-09-14 14:00");
        Equal(
            null,
            Survey() with
            {
                Unit = Survey().Unit with { ClosedAt = Classrooms.Now },
            },
            Sam(),
            "2026-09-14 14:00"
        );
        Equal(null, Survey(), Sam() with { Classes = [] }, "2026-09-14 14:00");
    }

    private static void Equal(string? expected, UnitSurvey survey, Person person, string now) =>
        Assert.Equal(expected is { } at ? Moments.Utc(at) : null, SurveyTime.At(survey, person, Moments.Utc(now)));

    private static UnitSurvey Survey(params string[] targets) =>
        new(Class.Key, new LearningUnit("u", "Fractions", targets.Length == 0 ? ["add"] : targets, Classrooms.Now));

    private static Classroom Class => Classrooms.Of(Classrooms.Student("sam"));

    private static Person Sam() =>
        new()
        {
            Id = new PersonId(Classrooms.Tenant, "sam"),
            TimeZone = "America/New_York",
            Chat = Class.Chat,
            Classes =
            [
                new(Class.Key, "7B Math", MemberRole.Student, Classrooms.Settings().Schedule, null, false)
                {
                    Cursor = new PromptCursor(Classrooms.Now),
                },
            ],
        };
}
