using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.Reflections;

/// <summary>Students with goals and classes, as they are before a week is looked at.</summary>
internal static class ReflectingStudent
{
    public static readonly DateTimeOffset Joined = Moments.Utc("2026-09-10 12:00");

    public static Membership InMath { get; } = In("Math 7", Moments.Fridays);

    public static Membership In(string name, WeeklySchedule? schedule, bool hasCursor = true) =>
        new(
            DocumentKeys.Classroom("11111111-1111-1111-1111-111111111111", $"19:{name.Replace(' ', '-')}@thread.tacv2"),
            name,
            MemberRole.Student,
            schedule,
            null,
            HasContacts: true
        )
        {
            Cursor = hasCursor && schedule is not null ? new PromptCursor(Joined) : null,
        };

    /// <summary>From 55 to 80 percent by December.</summary>
    public static Goal Fractions { get; } =
        Goal("fractions", "I will get 80% on fraction quizzes.", new Measure("80%", 80, 55, "percent"));

    public static Goal Kindness { get; } = Goal("kind", "I will be kind at recess.", Measure.None);

    public static Goal Goal(string id, string sentence, Measure measure) =>
        new(
            id,
            sentence,
            Area.Academic,
            measure,
            null,
            null,
            null,
            null,
            new DateOnly(2026, 12, 1),
            Aspects.Specific,
            Aspects.None,
            new DateOnly(2026, 9, 7)
        );

    /// <summary>In these classes, with the alarm for the next decision set.</summary>
    public static Person With(this Person person, params Membership[] classes) =>
        PromptHandler.WithAlarms(person with { Classes = classes }, Joined);
}
