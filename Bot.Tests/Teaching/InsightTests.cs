using Milestones.Calendar;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Teaching;

/// <summary>What a month or a quarter of a class says, and of whom nothing is said.</summary>
public sealed class InsightTests
{
    private static readonly DateOnly Today = new(2026, 9, 24);
    private static readonly InsightPeriod September = new(new DateOnly(2026, 9, 1), 1);

    private static readonly Classroom Class = new() { TenantId = "t", TeamId = "19:c" };

    [Theory]
    [InlineData("2026-09-18", false, "2026-09", "2026-08")]
    [InlineData("2026-10-05", false, "2026-09", "2026-08")] // it has just ended
    [InlineData("2026-10-08", false, "2026-10", "2026-09")]
    [InlineData("2026-01-03", false, "2025-12", "2025-11")]
    [InlineData("2026-10-05", true, "2026-Q3", "2026-Q2")]
    [InlineData("2026-01-20", true, "2026-Q1", "2025-Q4")]
    public void The_period_that_is_looked_at(string today, bool isQuarter, string id, string before)
    {
        var period = InsightPeriod.Latest(DateOnly.Parse(today, null), isQuarter);
        Assert.Equal((id, before), (period.Id, period.Before.Id));
        Assert.Equal(period, InsightPeriod.Read(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    [InlineData("20xx-Q1")]
    [InlineData("9999-01")]
    [InlineData("2026-09-01")]
    public void What_names_no_period(string? text) => Assert.Null(InsightPeriod.Read(text));

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Fewer_than_five_students_stand_behind_nothing(int students, bool isTold)
    {
        // One student with many goals is still one student.
        var people = Students(students, number => [Goal(), Goal(), Reached(weeks: 2)], obstacle: 1);

        var insight = Of(people);

        Assert.Equal(isTold, !insight.IsEmpty);
        Assert.Equal(isTold ? 1 : 0, insight.ByArea.Count);
        Assert.Equal(isTold ? 1 : 0, insight.Obstacles.Count);
    }

    [Fact]
    public void A_kind_of_goal_is_told_alone_and_only_where_enough_have_it()
    {
        var people = Students(
            7,
            number => [Goal(area: number < 5 ? Area.Academic : Area.Behavior), Reached(weeks: number + 1)]
        );

        var insight = Of(people);

        var academic = Assert.Single(insight.ByArea);
        Assert.Equal((Area.Academic, 12, 7, 7), (academic.Kind, academic.Goals, academic.Set, academic.Reached));
        Assert.Equal(4, academic.Weeks); // 1 to 7
    }

    [Fact]
    public void Weeks_taken_need_five_who_reached_one()
    {
        var figures = Of(Students(6, number => [number < 4 ? Reached(weeks: 3) : Goal()])).ByArea.Single();
        Assert.Equal((4, null), (figures.Reached, figures.Weeks));
    }

    [Fact]
    public void At_risk_is_told_of_today_and_of_no_period_that_is_over()
    {
        var people = Students(5, number => [Goal(deadline: new(2026, 9, 20), created: new(2026, 8, 3))]);
        Assert.Equal(5, Of(people).ByArea.Single().AtRisk);
        Assert.Null(Insight.Of(Class, people, September.Before, Today).ByArea.Single().AtRisk);
    }

    [Fact]
    public void What_was_kept_to_oneself_is_counted_nowhere()
    {
        var sharing = Students(5, number => [Goal()]);
        var keeping = Students(3, number => [Goal()], sharing: Sharing.OnlyMe, first: 5, obstacle: 1);
        Assert.Equal(5, Of([.. sharing, .. keeping]).ByArea.Single().Goals);
        Assert.True(Of(Students(9, number => [Goal()], sharing: Sharing.OnlyMe, obstacle: 1)).IsEmpty);
    }

    [Fact]
    public void Another_class_sees_nothing_of_it() =>
        Assert.True(
            Insight.Of(Class with { TeamId = "19:other" }, Students(9, number => [Goal()]), September, Today).IsEmpty
        );

    [Fact]
    public void How_sure_they_were_stands_beside_how_it_ended()
    {
        var people = Students(
            10,
            number =>
                number < 5
                    ? [Reached(weeks: 3) with { Confidence = 9 }]
                    : [Goal(deadline: new(2026, 9, 10)) with { Confidence = 3 }, Goal() with { Confidence = 6 }]
        );

        var insight = Of(people);

        Assert.Equal(
            [(Sureness.Unsure, new Outcome(0, 5)), (Sureness.Sure, new Outcome(5, 5))],
            insight.Confidence.Select(one => (one.How, one.Outcome))
        ); // those of six have not ended
    }

    [Fact]
    public void A_plan_that_says_when_stands_beside_those_that_do_not()
    {
        var people = Students(
            10,
            number =>
                number < 5
                    ? [Reached(weeks: 3) with { Plan = "practice every tuesday" }]
                    : [Goal(deadline: new(2026, 9, 10)) with { Plan = "practice more" }]
        );

        var plan = Assert.Single(Of(people).Plans, one => one.Trait == PlanTrait.Time);

        Assert.Equal((new Outcome(5, 5), new Outcome(0, 5)), (plan.With, plan.Without));
        Assert.DoesNotContain(Of(people).Plans, one => one.Trait == PlanTrait.Obstacle); // nobody has none
    }

    [Fact]
    public void Goals_that_ended_before_or_began_after_are_of_another_period()
    {
        var people = Students(
            5,
            number =>
                [
                    Goal(created: new(2026, 6, 1)) with
                    {
                        ReachedOn = new(2026, 8, 31),
                    },
                    Goal(created: new(2026, 6, 1)) with
                    {
                        ClosedOn = new(2026, 8, 1),
                    },
                ]
        );
        Assert.Empty(Of(people).ByArea);
        Assert.Equal(5, Insight.Of(Class, people, September.Before, Today).ByArea.Single().Reached);
        Assert.Empty(Insight.Of(Class, Students(5, number => [Goal()]), September.Before, Today).ByArea);
    }

    [Fact]
    public void A_teachers_last_answer_for_a_period_is_the_one_that_stands()
    {
        IReadOnlyList<ReteachNote> notes = [];
        for (var month = 1; month <= 30; month++)
            notes = ReteachNote.With(notes, new($"m{month}", "lee", "x"));
        Assert.Equal(ReteachNote.Most, notes.Count);

        notes = ReteachNote.With(ReteachNote.With(notes, new("m30", "lee", "fractions")), new("m30", "kim", "graphs"));
        Assert.Equal(["fractions", "graphs"], notes.Where(one => one.Period == "m30").Select(one => one.Text));
    }

    [Fact]
    public void A_review_stands_for_its_period_and_goes_with_whoever_wrote_it()
    {
        IReadOnlyList<ReviewNote> reviews = [];
        for (var month = 1; month <= 9; month++)
            reviews = ReviewNote.With(reviews, Review($"m{month}", "lee", month));
        Assert.Equal(ReviewNote.Most, reviews.Count);
        Assert.Equal("m8", ReviewNote.Before(reviews, "m9")!.Period);
        Assert.Null(ReviewNote.Before([], "m9"));

        // The same period again is the same review, kept by whoever wrote last.
        reviews = ReviewNote.With(reviews, Review("m9", "kim", 10));
        Assert.Equal("kim", Assert.Single(reviews, one => one.Period == "m9").By);
        var left = Emptied.Without(Class with { Reviews = reviews }, "lee").Reviews;
        Assert.Equal("m9", Assert.Single(left).Period);
    }

    private static ReviewNote Review(string period, string by, int day) =>
        new(period, by, "exit slips") { At = new(2026, 9, day, 8, 0, 0, TimeSpan.Zero) };

    private static Insight Of(IEnumerable<Person> people) => Insight.Of(Class, people, September, Today);

    private static List<Person> Students(
        int count,
        Func<int, IReadOnlyList<Goal>> goals,
        Sharing sharing = Sharing.MyTeacher,
        int first = 0,
        int? obstacle = null
    ) =>
        [
            .. Enumerable
                .Range(first, count)
                .Select(number =>
                {
                    var own = goals(number)
                        .Index()
                        .Select(one => one.Item with { Id = $"{number}-{one.Index}" })
                        .ToList();
                    return new Person
                    {
                        Id = new("t", $"s{number}"),
                        Goals = own,
                        Reflections =
                        [
                            new(
                                Class.Key,
                                IsoWeek.Of(new DateOnly(2026, 9, 14)),
                                4,
                                obstacle is null ? [] : [new(ReflectionQuestions.Obstacle, "time", obstacle)],
                                sharing,
                                WantsHelp: false,
                                DateTimeOffset.UnixEpoch
                            )
                            {
                                Goals =
                                [
                                    .. own.Select(goal => new GoalSnapshot(goal.Id, "x", GoalStatus.OnTrack, null)),
                                ],
                            },
                        ],
                    };
                }),
        ];

    private static Goal Goal(Area area = Area.Academic, DateOnly? deadline = null, DateOnly? created = null) =>
        new(
            "g",
            "I read.",
            area,
            new("books", 10, 0, "books"),
            "every day",
            "if tired, then five minutes",
            null,
            null,
            deadline ?? new DateOnly(2026, 12, 1),
            Aspects.All,
            Aspects.None,
            created ?? new DateOnly(2026, 9, 2)
        );

    private static Goal Reached(int weeks) =>
        Goal(created: new DateOnly(2026, 9, 20).AddDays(-7 * weeks)) with
        {
            ReachedOn = new DateOnly(2026, 9, 20),
        };
}
