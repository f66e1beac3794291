using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Tests.School;

public sealed class ClassCalendarTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("Winter break", SchoolOccasion.WinterBreak, "2026-12-18")]
    [InlineData("Vacaciones de invierno", SchoolOccasion.WinterBreak, "2026-12-18")]
    [InlineData("Teacher day", SchoolOccasion.WinterBreak, null)]
    public void The_break_a_class_has_named_dates_what_students_say_of_it(string name, object asked, string? eve)
    {
        var person = Student(new Holiday(name, new DateOnly(2026, 12, 21), new DateOnly(2027, 1, 1)));
        var day = ClassCalendar.Of(person).Resolve(new SchoolDate((SchoolOccasion)asked, SchoolEdge.Before), Today);
        Assert.Equal(eve is null ? null : DateOnly.Parse(eve, System.Globalization.CultureInfo.InvariantCulture), day);
    }

    [Fact]
    public void Two_classes_that_name_the_same_break_name_it_once()
    {
        var holiday = new Holiday("Spring break", new DateOnly(2027, 3, 15), new DateOnly(2027, 3, 19));
        Assert.Single(ClassCalendar.Of(Student(holiday, holiday)).Periods);
    }

    /// <summary>A school from Sunday to Thursday, with a day off before its break.</summary>
    [Theory]
    [InlineData("2026-12-20", null, "2026-12-17")]
    [InlineData("2026-12-20", "2026-12-17", "2026-12-16")]
    [InlineData("2026-12-21", null, "2026-12-20")]
    public void The_eve_of_a_break_is_the_last_day_the_class_has_school(string first, string? off, string eve)
    {
        var person = Student(new Holiday("Winter break", Day(first), new DateOnly(2027, 1, 1)));
        var known = person.Classes[0];
        person = person with
        {
            Classes =
            [
                known with
                {
                    Schedule = known.Schedule! with
                    {
                        Day = DayOfWeek.Thursday,
                        SchoolWeek =
                        [
                            DayOfWeek.Sunday,
                            DayOfWeek.Monday,
                            DayOfWeek.Tuesday,
                            DayOfWeek.Wednesday,
                            DayOfWeek.Thursday,
                        ],
                        Holidays =
                        [
                            .. known.Schedule.Holidays,
                            .. off is null ? Array.Empty<Holiday>() : [new Holiday("Teacher day", Day(off), Day(off))],
                        ],
                    },
                },
            ],
        };

        var date = new SchoolDate(SchoolOccasion.WinterBreak, SchoolEdge.Before);
        Assert.Equal(Day(eve), ClassCalendar.Of(person).Resolve(date, Today));
    }

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static Person Student(params Holiday[] holidays) =>
        new()
        {
            Id = new PersonId("tenant", "student"),
            Classes =
            [
                .. holidays.Select(
                    (holiday, n) =>
                        new Membership(
                            new DocumentKey($"class-{n}", "class"),
                            "7B",
                            MemberRole.Student,
                            new WeeklySchedule(
                                DayOfWeek.Friday,
                                new TimeOnly(14, 0),
                                "America/New_York",
                                new DateOnly(2026, 9, 1),
                                new DateOnly(2027, 6, 11),
                                DateTimeOffset.UnixEpoch
                            )
                            {
                                Holidays = [holiday],
                            },
                            GradeBand.Grades6To8,
                            HasContacts: false
                        )
                ),
            ],
        };
}
