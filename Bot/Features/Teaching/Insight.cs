using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// What a month or a quarter of a class says about teaching: of goals that were shared, in numbers alone, and only
/// where five or more students stand behind one. Counts, never causes.
/// </summary>
internal sealed record Insight(
    InsightPeriod Period,
    IReadOnlyList<GoalFigures<Area>> ByArea,
    IReadOnlyList<GoalFigures<MeasureKind>> ByMeasure,
    IReadOnlyList<(Sureness How, Outcome Outcome)> Confidence,
    IReadOnlyList<(int Choice, int Students)> Obstacles,
    IReadOnlyList<PlanFigures> Plans
)
{
    /// <summary>Fewer students than this stand behind no figure.</summary>
    public const int SmallestGroup = 5;

    public bool IsEmpty => ByArea.Count + ByMeasure.Count + Confidence.Count + Obstacles.Count + Plans.Count == 0;

    public static Insight Of(Classroom classroom, IEnumerable<Person> students, InsightPeriod period, DateOnly today)
    {
        var people = students.ToList();
        var goals = people.SelectMany(person => Shared(person, classroom.Key)).ToList();
        var there = goals.Where(one => one.IsThere(period, today)).ToList();
        var decided = there.Where(one => one.IsDecided(period, today)).ToList();
        return new(
            period,
            Grouped(there, one => one.Goal.Area, period, today),
            Grouped(there, one => KindOf(one.Goal.Measure), period, today),
            [
                .. decided
                    .Where(one => one.Goal.Confidence is not null)
                    .GroupBy(one => SurenessOf(one.Goal.Confidence!.Value))
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key, Outcome.Of(group, period)))
                    .Where(one => one.Item2 is not null)
                    .Select(one => (one.Key, one.Item2!)),
            ],
            ObstaclesOf(people, classroom.Key, period),
            [
                .. Enum.GetValues<PlanTrait>()
                    .Select(trait =>
                        (
                            trait,
                            With: Outcome.Of(decided.Where(one => Has(one.Goal, trait)), period),
                            Without: Outcome.Of(decided.Where(one => !Has(one.Goal, trait)), period)
                        )
                    )
                    .Where(one => one is { With: not null, Without: not null })
                    .Select(one => new PlanFigures(one.trait, one.With!, one.Without!)),
            ]
        );
    }

    /// <summary>Goals that stand in a week this student shared with the class.</summary>
    private static IEnumerable<CountedGoal> Shared(Person person, DocumentKey key)
    {
        var known = SharedReflections
            .Of(person, key)
            .SelectMany(week => week.Goals)
            .Select(goal => goal.GoalId)
            .ToHashSet(StringComparer.Ordinal);
        return person.Goals.Where(goal => known.Contains(goal.Id)).Select(goal => new CountedGoal(person.Id, goal));
    }

    private static List<GoalFigures<T>> Grouped<T>(
        List<CountedGoal> goals,
        Func<CountedGoal, T> by,
        InsightPeriod period,
        DateOnly today
    )
        where T : struct, Enum =>
        [
            .. goals
                .GroupBy(by)
                .Where(group => CountedGoal.Students(group) >= SmallestGroup)
                .OrderBy(group => group.Key)
                .Select(group => GoalFigures<T>.Of(group.Key, [.. group], period, today)),
        ];

    private static List<(int Choice, int Students)> ObstaclesOf(
        List<Person> people,
        DocumentKey key,
        InsightPeriod period
    ) =>
        [
            .. people
                .SelectMany(person =>
                    SharedReflections
                        .Of(person, key)
                        .Where(week => period.Has(week.Week.Monday))
                        .SelectMany(week => week.Answers)
                        .Where(answer => answer.Question == ReflectionQuestions.Obstacle)
                        .Select(answer => answer.Choice)
                        .OfType<int>()
                        .Distinct()
                )
                .CountBy(choice => choice)
                .Where(pair => pair.Value >= SmallestGroup)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key)
                .Select(pair => (pair.Key, pair.Value)),
        ];

    private static MeasureKind KindOf(Measure measure) =>
        measure is not { Target: not null, Unit: { } unit } ? MeasureKind.Words
        : Units.IsBetterLower(unit) ? MeasureKind.Fewer
        : Units.IsCounted(unit) ? MeasureKind.Counted
        : MeasureKind.Level;

    /// <summary>Of the ten the coach asks for: seven and less is where it asks what would make them surer.</summary>
    private static Sureness SurenessOf(int confidence) =>
        confidence switch
        {
            <= 4 => Sureness.Unsure,
            <= 7 => Sureness.Fairly,
            _ => Sureness.Sure,
        };

    private static bool Has(Goal goal, PlanTrait trait) =>
        trait switch
        {
            PlanTrait.Time => goal.Plan is { } plan && PlanTime.IsIn(plan, LanguageReader.Detect(plan)),
            PlanTrait.Obstacle => goal.Obstacle is not null,
            _ => goal.Measure.Baseline is not null,
        };
}

/// <summary>What a goal is measured by.</summary>
internal enum MeasureKind
{
    /// <summary>A score, a grade, how often in a week: what stands at a level.</summary>
    Level,

    /// <summary>Things that are counted.</summary>
    Counted,

    /// <summary>Things there are to be fewer of.</summary>
    Fewer,

    /// <summary>Words alone.</summary>
    Words,
}

/// <summary>How reachable a goal seemed when it was made.</summary>
internal enum Sureness
{
    Unsure,
    Fairly,
    Sure,
}

/// <summary>What a plan has, or has not.</summary>
internal enum PlanTrait
{
    Time,
    Obstacle,
    Start,
}

/// <summary>How goals with something in their plan ended, beside those without.</summary>
internal sealed record PlanFigures(PlanTrait Trait, Outcome With, Outcome Without);

/// <summary>One student's goal, as it is counted.</summary>
internal sealed record CountedGoal(PersonId Student, Goal Goal)
{
    public static int Students(IEnumerable<CountedGoal> goals) => goals.Select(one => one.Student).Distinct().Count();

    /// <summary>It was set by the end of the period, and had not ended before.</summary>
    public bool IsThere(InsightPeriod period, DateOnly today) =>
        Goal.CreatedOn < period.To
        && Goal.CreatedOn <= today
        && !(Goal.ReachedOn < period.From)
        && !(Goal.ClosedOn < period.From);

    /// <summary>It was reached in the period, or given up, or its day went by.</summary>
    public bool IsDecided(InsightPeriod period, DateOnly today) =>
        period.Has(Goal.ReachedOn)
        || period.Has(Goal.ClosedOn)
        || (period.Has(Goal.Deadline) && Goal.Deadline < today && !(Goal.ReachedOn < period.To));
}

/// <summary>How many of those whose time came were reached.</summary>
internal sealed record Outcome(int Reached, int All)
{
    /// <summary>Null where too few students stand behind it.</summary>
    public static Outcome? Of(IEnumerable<CountedGoal> decided, InsightPeriod period)
    {
        var goals = decided.ToList();
        return CountedGoal.Students(goals) < Insight.SmallestGroup
            ? null
            : new(goals.Count(one => period.Has(one.Goal.ReachedOn)), goals.Count);
    }
}

/// <summary>The goals of one kind in a period; five students or more have one.</summary>
/// <param name="Goals">All that were there.</param>
/// <param name="AtRisk">As they stand today; null where the period is over.</param>
/// <param name="Weeks">Half of those who reached one took so many or fewer; null where these are fewer than
/// five.</param>
internal sealed record GoalFigures<T>(T Kind, int Goals, int Set, int Reached, int? AtRisk, int? Weeks)
    where T : struct, Enum
{
    public static GoalFigures<T> Of(T what, IReadOnlyList<CountedGoal> goals, InsightPeriod period, DateOnly today)
    {
        var reached = goals.Where(one => period.Has(one.Goal.ReachedOn)).ToList();
        return new(
            what,
            goals.Count,
            goals.Count(one => period.Has(one.Goal.CreatedOn)),
            reached.Count,
            period.Has(today)
                ? goals.Count(one =>
                    GoalStatuses.Of(one.Goal, today) is GoalStatus.BitBehind or GoalStatus.Stuck or GoalStatus.PastDate
                )
                : null,
            CountedGoal.Students(reached) < Insight.SmallestGroup
                ? null
                : reached
                    .Select(one =>
                        Math.Max(1, (one.Goal.ReachedOn!.Value.DayNumber - one.Goal.CreatedOn.DayNumber + 6) / 7)
                    )
                    .Order()
                    .ElementAt((reached.Count - 1) / 2)
        );
    }
}
