using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Schools;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.Schools;

/// <summary>What a class adds to its school, and what of the sum may be shown.</summary>
public sealed class SchoolRulesTests
{
    private static readonly DateOnly August = Moments.Day("2026-08-01");
    private static readonly DateOnly Day = Moments.Day("2026-10-01");
    private static readonly SchoolTerm Term = new SchoolOptions().TermOf(Day);

    [Theory]
    [InlineData("2026-07-31", "2026-01-01", "2026-08-01", "")]
    [InlineData("2026-08-01", "2026-08-01", "2027-01-01", "")]
    [InlineData("2026-12-31", "2026-08-01", "2027-01-01", "")]
    [InlineData("2026-10-01", "2026-09-01", "2027-09-01", "09-01")] // one term is the year
    [InlineData("2027-01-09", "2026-08-15", "2027-01-10", "08-15,01-10,04-01")]
    public void A_term_runs_to_the_first_day_of_the_next(string day, string from, string to, string starts)
    {
        var school = new SchoolOptions { Terms = [.. starts.Split(',', StringSplitOptions.RemoveEmptyEntries)] };
        Assert.Equal(new(Moments.Day(from), Moments.Day(to)), school.TermOf(Moments.Day(day)));
    }

    [Theory]
    [InlineData("08-01", true)]
    [InlineData("8-1", false)]
    [InlineData("13-01", false)]
    [InlineData("02-29", false)] // not in every year
    [InlineData("", false)]
    public void The_first_day_of_a_term_is_a_day_of_every_year(string start, bool isOne)
    {
        var checkedOptions = new SchoolOptionsCheck().Validate(null, new() { Terms = [start] });
        Assert.Equal(isOne, checkedOptions.Succeeded);
    }

    /// <summary>Kinds with how many stand behind each: what is shown, the rest as a star.</summary>
    [Theory]
    [InlineData("KTo2=3,Grades3To5=4", "KTo2=3,Grades3To5=4")]
    [InlineData("KTo2=2", "")]
    [InlineData("KTo2=2,Grades3To5=2", "*=4")] // together they are enough
    [InlineData("KTo2=1,Grades3To5=4,College=3", "Grades3To5=4,*=4")] // one alone would be what is left of the sum
    [InlineData("KTo2=1,Grades3To5=3", "*=4")]
    [InlineData("KTo2=1,Grades3To5=2,College=9", "College=9,*=3")]
    public void What_too_few_stand_behind_is_put_together(string groups, string shown) =>
        Assert.Equal(
            shown,
            string.Join(
                ',',
                Crowd
                    .Of(
                        groups
                            .Split(',')
                            .Select(one => one.Split('='))
                            .Select(one =>
                                (Enum.Parse<GradeBand>(one[0]), (IReadOnlyList<int>)[int.Parse(one[1], null)])
                            ),
                        some => some.Sum(),
                        Crowd.Classes
                    )
                    .Select(one => $"{one.Kind?.ToString() ?? "*"}={one.Items.Sum()}")
            )
        );

    [Fact]
    public void A_class_counts_goals_that_were_shared_with_it_and_all_weeks()
    {
        var part = Count([
            .. Enumerable.Range(0, 6).Select(one => Pupil(one, one < 5 ? Sharing.MyTeacher : Sharing.OnlyMe)),
        ])!;
        Assert.Equal(new(August, GradeBand.Grades6To8) { Count = part.Count, Areas = part.Areas }, part);
        Assert.Equal(
            new SchoolCount
            {
                Classes = 1,
                Students = 6,
                Goals = 5,
                Set = 5,
                Reached = 1,
                AtRisk = 4,
                Looks = 6,
                Weeks = 6,
            },
            part.Count
        );
        Assert.Equal(Area.Academic, Assert.Single(part.Areas).Area);
    }

    [Fact]
    public void Of_fewer_than_five_students_no_goal_is_counted_and_no_class()
    {
        var part = Count([
            .. Enumerable.Range(0, 6).Select(one => Pupil(one, one < 4 ? Sharing.MyTeacher : Sharing.OnlyMe)),
        ])!;
        Assert.Equal((0, 6), (part.Count.Goals, part.Count.Looks));
        Assert.Empty(part.Areas);
        Assert.Null(Count([.. Enumerable.Range(0, 4).Select(one => Pupil(one, Sharing.MyTeacher))]));
        Assert.Null(Count([.. Enumerable.Range(0, 6).Select(one => Pupil(one, Sharing.MyTeacher))], isLocked: true));
    }

    [Fact]
    public void A_kind_of_few_students_is_counted_among_the_others()
    {
        var part = Count([
            .. Enumerable
                .Range(0, 12)
                .Select(one =>
                    Pupil(
                        one,
                        Sharing.MyTeacher,
                        one < 7 ? Area.Academic
                            : one < 9 ? Area.Behavior
                            : Area.Engagement
                    )
                ),
        ])!;
        Assert.Equal(
            [(Area.Academic, 7), (Area.None, 5)],
            part.Areas.Select(one => (one.Area, one.Count.Goals)).OrderByDescending(one => one.Goals)
        );
    }

    [Fact]
    public void Goals_of_another_term_are_not_counted()
    {
        var old = Pupil(0, Sharing.MyTeacher);
        old = old with
        {
            Goals =
            [
                old.Goals[0] with
                {
                    CreatedOn = Moments.Day("2026-03-01"),
                    ReachedOn = Moments.Day("2026-05-01"),
                },
            ],
        };
        var part = Count([old, .. Enumerable.Range(1, 5).Select(one => Pupil(one, Sharing.MyTeacher))])!;
        Assert.Equal((5, 1), (part.Count.Goals, part.Count.Reached));
    }

    [Fact]
    public void Another_night_takes_the_place_of_the_one_before_and_a_term_stays()
    {
        var one = Part(August, GradeBand.KTo2, students: 10);
        var more = Part(August, GradeBand.KTo2, students: 12);
        var next = Part(Moments.Day("2027-01-01"), GradeBand.KTo2, students: 12);
        var school = new SchoolRollup().With(null, one).With(null, one).With(one, more);
        Assert.Equal(
            (2, 22),
            (school.Terms[0].Of(GradeBand.KTo2).Classes, school.Terms[0].Of(GradeBand.KTo2).Students)
        );
        Assert.Equal([2, 1], school.With(null, next).Terms.Select(term => term.Of(GradeBand.KTo2).Classes));
        Assert.Empty(school.With(one, null).With(more, null).Terms);
        Assert.Empty(school.With(one, null).With(more, null).With(more, null).Terms);
    }

    [Fact]
    public void A_school_document_stays_small()
    {
        var school = new SchoolRollup
        {
            Schools = [.. Enumerable.Range(0, 200).Select(one => $"{one}{new string('é', 57)}")],
        };
        for (var term = 0; term < 12; term++)
        {
            foreach (var band in Enum.GetValues<GradeBand>())
                school = school.With(null, Part(August.AddMonths(6 * term), band, students: 1_000_000));
        }

        Assert.Equal(SchoolRollup.MostTerms, school.Terms.Count);
        var document = Support.Kinds.All.School.Write(DocumentKeys.District("t"), school);
        Assert.InRange(document.Json.Length, 1, 48 * 1024);
    }

    [Fact]
    public void Only_what_three_classes_stand_behind_is_shown_and_the_sum_is_of_that()
    {
        var (lower, upper) = (Part(August, GradeBand.KTo2, 10), Part(August, GradeBand.Grades3To5, 20));
        var two = new SchoolRollup().With(null, lower).With(null, lower);
        Assert.True(SchoolFigures.Of([two], August).IsEmpty);
        Assert.Empty(SchoolFigures.Of([two], August).Areas);

        var three = SchoolFigures.Of([two.With(null, lower)], August);
        Assert.Equal((GradeBand.KTo2, 30), (Assert.Single(three.Grades).Band, three.All.Students));
        Assert.Equal(Area.Academic, Assert.Single(three.Areas).Area);

        var four = SchoolFigures.Of([two.With(null, lower).With(null, upper)], August);
        Assert.Null(Assert.Single(four.Grades).Band);
        Assert.Equal((4, 50), (four.All.Classes, four.All.Students));
        Assert.True(SchoolFigures.Of([two.With(null, lower)], August.AddYears(1)).IsEmpty);
    }

    /// <summary>Two small schools are not enough together: what one showed would be the other's.</summary>
    [Fact]
    public void A_district_is_what_its_schools_show()
    {
        var part = Part(August, GradeBand.KTo2, 10);
        var small = new SchoolRollup().With(null, part).With(null, part);
        var large = small.With(null, part);
        Assert.True(SchoolFigures.Of([small, small], August).IsEmpty);
        Assert.Equal(30, SchoolFigures.Of([small, large], August).All.Students);
        Assert.Equal(60, SchoolFigures.Of([large, large], August).All.Students);
    }

    private static SchoolPart Part(DateOnly term, GradeBand band, int students) =>
        new(term, band)
        {
            Count = new()
            {
                Classes = 1,
                Students = students,
                Goals = students,
            },
            Areas =
            [
                new(Area.Academic)
                {
                    Count = new()
                    {
                        Classes = 1,
                        Students = students,
                        Goals = students,
                    },
                },
            ],
        };

    private static SchoolPart? Count(IReadOnlyList<Person> pupils, bool isLocked = false) =>
        ClassCount.Of(
            Classroom with
            {
                LockedAt = isLocked ? Moments.Utc("2026-09-01 00:00") : null,
            },
            pupils,
            Term,
            Day
        );

    private static Classroom Classroom { get; } =
        new()
        {
            TenantId = "t",
            TeamId = "19:team",
            Settings = new(
                GradeBand.Grades6To8,
                new(DayOfWeek.Friday, new(13, 30), "UTC", August, August.AddYears(1), default),
                null,
                []
            ),
        };

    private static Person Pupil(int number, Sharing sharing, Area area = Area.Academic) =>
        new()
        {
            Id = new("t", $"p{number}"),
            Goals =
            [
                new(
                    "g",
                    "I read.",
                    area,
                    Measure.None,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Aspects.All,
                    Aspects.None,
                    Moments.Day("2026-09-01")
                )
                {
                    ReachedOn = number == 1 ? Moments.Day("2026-09-20") : null,
                },
            ],
            Reflections =
            [
                new(
                    Classroom.Key,
                    IsoWeek.Of(Moments.Day("2026-09-14")),
                    4,
                    [],
                    sharing,
                    false,
                    Moments.Utc("2026-09-18 18:00")
                )
                {
                    Goals = [new("g", "I read.", GoalStatus.OnTrack, 1)],
                },
            ],
        };
}
