using Milestones.Calendar;
using Milestones.Features.Celebrating;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Classes;
using Milestones.Tests.Teaching;

namespace Milestones.Tests.Celebrating;

/// <summary>What the class hears of its week: only of what was shared, and never of fewer than five.</summary>
public sealed class SummaryFiguresTests
{
    private static readonly DateOnly Today = Moments.Day("2026-10-05");

    [Theory]
    [InlineData(4, 6, null)] // four shared, six kept to themselves: nothing
    [InlineData(5, 0, 5)]
    [InlineData(7, 3, 7)]
    public void Only_what_is_shared_counts_and_only_of_five_or_more(int shared, int kept, int? reflected)
    {
        var summary = Of(Several(shared, Sharing.MyTeacher, 0), Several(kept, Sharing.OnlyMe, shared));
        Assert.Equal(reflected, summary.Reflected);
        Assert.Equal(reflected is null, summary.IsEmpty);
    }

    [Theory]
    [InlineData(4, null)] // four students with goals, in a class of six who shared
    [InlineData(5, 5)]
    public void Goals_are_counted_where_five_students_have_some(int withGoals, int? all) =>
        Assert.Equal(
            all,
            Of(
                Several(6, Sharing.MyTeacher, 0).Select((person, number) => number < withGoals ? person : Bare(person))
            ).Goals
        );

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 10)]
    public void Steps_are_counted_where_five_students_reached_some(int reaching, int? reached) =>
        Assert.Equal(
            reached,
            Of(
                Several(8, Sharing.MyTeacher, 0)
                    .Select(
                        (person, number) =>
                            number < reaching
                                ? person with
                                {
                                    Goals = [Reached("2026-10-01", "2026-10-04", "2026-09-20", "2026-10-05")],
                                }
                                : person
                    )
            ).Reached
        );

    [Fact]
    public void Cheers_are_counted_where_five_people_gave_some()
    {
        Assert.Null(With(4).Cheers);
        Assert.Equal(5, With(5).Cheers);

        static WeekSummary With(int cheers) =>
            Of(
                room =>
                    room with
                    {
                        Posts =
                        [
                            new ClassPost("a", Moments.Utc("2026-10-01 12:00"), PostState.Posted)
                            {
                                Cheers = [.. Enumerable.Range(0, cheers).Select(n => ClassPost.MarkOf($"c{n}"))],
                            },
                            new ClassPost("b", Moments.Utc("2026-09-01 12:00"), PostState.Posted)
                            {
                                Cheers = [.. Enumerable.Range(0, 9).Select(n => ClassPost.MarkOf($"d{n}"))],
                            },
                        ],
                    },
                new ClassWeeks(default),
                [.. Several(5, Sharing.MyTeacher, 0)]
            ).Summary;
    }

    [Fact]
    public void Every_fourth_tells_of_four_weeks_and_the_streak_is_that_of_weeks_in_which_five_shared()
    {
        IReadOnlyList<Person> students =
        [
            .. Several(6, Sharing.MyTeacher, 0).Select((person, number) => Before(person, number < 3 ? 1 : 2)),
        ];
        var (month, streak) = Of(
            room => room,
            new ClassWeeks(default) { Told = 3, Streak = new Streak(2, 2, Moments.Week("2026-W39")) },
            students
        );
        Assert.True(month.IsMonth);
        Assert.Equal((6, 3), (month.Reflected, month.Streak));
        Assert.Equal(3, streak.Weeks);
        Assert.Equal([0, 0, 0, 0, 6, 6], month.Weeks); // two weeks ago only three shared

        var (_, broken) = Of(
            room => room,
            new ClassWeeks(default) { Streak = new Streak(2, 2, Moments.Week("2026-W39")) },
            [.. Several(4, Sharing.MyTeacher, 0)]
        );
        Assert.Equal(0, broken.Weeks);
    }

    [Fact]
    public void Nobody_can_be_told_from_it()
    {
        var names = typeof(WeekSummary).GetProperties().Select(property => property.PropertyType);
        Assert.DoesNotContain(typeof(Person), names);
        Assert.DoesNotContain(typeof(Member), names);
        Assert.DoesNotContain(typeof(IReadOnlyList<string>), names);
    }

    private static Person Bare(Person person) =>
        person with
        {
            Reflections = [.. person.Reflections.Select(one => one with { Goals = [] })],
        };

    private static Person Before(Person person, int weeks) =>
        person with
        {
            Reflections =
            [
                .. Enumerable
                    .Range(1, weeks)
                    .Select(back =>
                        person.Reflections[0] with
                        {
                            Week = IsoWeek.Of(Pupils.Week.Monday.AddDays(-7 * back)),
                        }
                    ),
                .. person.Reflections,
            ],
        };

    private static Goal Reached(params IEnumerable<string> days) =>
        new(
            "g",
            "s",
            Milestones.Language.Area.None,
            Measure.None,
            null,
            null,
            null,
            null,
            null,
            Aspects.None,
            Aspects.None,
            Today
        )
        {
            Milestones = [.. days.Select(day => new Milestone("s", Today) { ReachedOn = Moments.Day(day) })],
        };

    private static IEnumerable<Person> Several(int count, Sharing sharing, int from) =>
        Enumerable
            .Range(from, count)
            .Select(number =>
                Pupils.Pupil($"p{number}") with
                {
                    Reflections =
                    [
                        new Reflection(Classrooms.Of().Key, Pupils.Week, 4, [], sharing, false, Pupils.Friday)
                        {
                            Goals = [new GoalSnapshot("g", "s", GoalStatus.OnTrack, null)],
                        },
                    ],
                }
            );

    private static WeekSummary Of(params IEnumerable<IEnumerable<Person>> students) =>
        Of(room => room, new ClassWeeks(default), [.. students.SelectMany(some => some)]).Summary;

    private static (WeekSummary Summary, Streak Streak) Of(
        Func<Classroom, Classroom> with,
        ClassWeeks weeks,
        IReadOnlyList<Person> students
    ) =>
        SummaryFigures.Of(
            with(Pupils.Class(students)),
            weeks,
            Pupils.Week,
            member => students.FirstOrDefault(person => person.Id.ObjectId == member.ObjectId),
            Today
        );
}
