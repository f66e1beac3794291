using Milestones.Calendar;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.Celebrating;

/// <summary>What earns a badge: habits, and never being first, best or most.</summary>
public sealed class BadgeRulesTests
{
    private static readonly DateOnly Today = Moments.Day("2026-10-05");

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 4, true)]
    [InlineData(0, 4, true)] // a streak that ended was one
    public void Four_weeks_in_a_row(int weeks, int longest, bool earned) =>
        Is(earned, BadgeKind.WeeksInARow, Sam with { Streak = new(weeks, longest, null) });

    [Theory]
    [InlineData("10-01,10-02", false)]
    [InlineData("10-01,10-02,10-03", true)]
    [InlineData("10-01,10-02,10-09", false)] // the third came late
    public void Three_steps_by_their_days(string reached, bool earned) =>
        Is(
            earned,
            BadgeKind.PlanKept,
            With(
                Goal with
                {
                    Milestones =
                    [
                        .. reached
                            .Split(',')
                            .Select(day => new Milestone("step", Moments.Day("2026-10-05"))
                            {
                                ReachedOn = Moments.Day($"2026-{day}"),
                            }),
                    ],
                }
            )
        );

    [Theory]
    [InlineData("read at home", "2026-10-04", true)]
    [InlineData(null, "2026-10-04", false)] // without a plan there was none to keep
    [InlineData("read at home", "2026-11-02", false)]
    public void A_planned_goal_by_its_day(string? plan, string reached, bool earned) =>
        Is(earned, BadgeKind.PlanKept, With(Goal with { Plan = plan, ReachedOn = Moments.Day(reached) }));

    [Theory]
    [InlineData("70,80,90", false)] // only better
    [InlineData("70,65,68", false)] // not there yet
    [InlineData("70,65,70", true)]
    [InlineData("55", false)] // below where it began
    [InlineData("55,61", true)]
    public void A_number_that_fell_and_rose_again(string values, bool earned) =>
        Is(earned, BadgeKind.CameBack, With(Logged(Goal, values)));

    [Theory]
    [InlineData("6,4,7,4", true)] // tardies: fewer is better
    [InlineData("6,4,3", false)]
    public void What_is_to_become_fewer_is_read_the_other_way(string values, bool earned) =>
        Is(
            earned,
            BadgeKind.CameBack,
            With(Logged(Goal with { Measure = new("1 tardy", Target: 1, Baseline: 7, Unit: "tardies") }, values))
        );

    [Theory]
    [InlineData("Stuck,Okay", false)]
    [InlineData("Stuck,Well", true)]
    [InlineData("Well,Stuck", false)]
    [InlineData("Stuck,Okay,Well", true)]
    public void A_goal_that_was_stuck_and_went_well_again(string goings, bool earned) =>
        Is(
            earned,
            BadgeKind.CameBack,
            With(Goal) with
            {
                Reflections =
                [
                    .. goings
                        .Split(',')
                        .Select((going, week) => Week(week, Enum.Parse<Going>(going), fromNumber: false)),
                ],
            }
        );

    [Fact]
    public void What_only_a_number_said_is_not_what_the_student_said() =>
        Is(
            earned: false,
            BadgeKind.CameBack,
            With(Goal) with
            {
                Reflections = [Week(0, Going.Stuck, fromNumber: true), Week(1, Going.Well, fromNumber: true)],
            }
        );

    [Fact]
    public void Thanked_for_help_and_asked_for_help()
    {
        Is(earned: true, BadgeKind.Helped, Sam with { ThankedForHelpAt = Moments.Utc("2026-10-01 12:00") });
        Is(
            earned: true,
            BadgeKind.AskedForHelp,
            Sam with
            {
                Reflections = [Week(0, Going.Okay, fromNumber: false) with { WantsHelp = true }],
            }
        );
        Is(earned: true, BadgeKind.AskedForHelp, Sam with { HelpSince = Moments.Utc("2026-10-01 12:00") });
    }

    [Fact]
    public void Each_is_earned_once_and_stays()
    {
        var once = BadgeRules.WithEarned(Sam with { Streak = new(4, 4, null) }, Today);
        Assert.Same(once, BadgeRules.WithEarned(once, Today.AddDays(1)));
        Assert.Equal(Today, BadgeRules.WithEarned(once with { Streak = null }, Today.AddDays(9)).Badges[0].EarnedOn);
    }

    private static void Is(bool earned, BadgeKind kind, Person person) =>
        Assert.Equal(
            earned ? [kind] : Array.Empty<BadgeKind>(),
            BadgeRules.WithEarned(person, Today).Badges.Select(badge => badge.Kind)
        );

    private static Person Sam { get; } = new() { Id = new("tenant", "sam") };

    private static Goal Goal { get; } =
        new(
            "aaaaaaaaaaaa",
            "at least 80 in math",
            Area.Academic,
            new("80", Target: 80, Baseline: 60, Unit: "percent"),
            null,
            null,
            null,
            null,
            Moments.Day("2026-10-30"),
            Aspects.All,
            Aspects.None,
            Moments.Day("2026-09-01")
        );

    private static Person With(Goal goal) => Sam with { Goals = [goal] };

    private static Goal Logged(Goal goal, string values) =>
        goal with
        {
            Progress =
            [
                .. values
                    .Split(',')
                    .Select(
                        (value, day) =>
                            new ProgressEntry(
                                $"p{day}",
                                double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                                Moments.Day("2026-09-02").AddDays(day)
                            )
                    ),
            ],
        };

    private static Reflection Week(int number, Going going, bool fromNumber) =>
        new(
            null,
            IsoWeek.Of(Moments.Day("2026-09-07").AddDays(7 * number)),
            3,
            [],
            Sharing.OnlyMe,
            false,
            Moments.Utc("2026-09-07 12:00").AddDays(7 * number)
        )
        {
            Goals = [new(Goal.Id, Goal.Sentence, GoalStatus.OnTrack, null, going, fromNumber)],
        };
}
