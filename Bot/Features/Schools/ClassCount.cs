using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Schools;

/// <summary>
/// What a class adds to its school's figures: of goals that were shared with it, and of weeks that were looked back on.
/// </summary>
internal static class ClassCount
{
    /// <param name="students">Null for whoever never spoke with the coach.</param>
    /// <returns>Null where the class is too small to be counted, or nobody may see what its students share.</returns>
    public static SchoolPart? Of(Classroom classroom, IEnumerable<Person?> students, SchoolTerm term, DateOnly day)
    {
        var people = students.ToList();
        if (people.Count < Crowd.Students || classroom.LockedAt is not null || classroom.Settings is not { } settings)
            return null;
        var areas = Areas([.. people.OfType<Person>().SelectMany(one => Shared(one, classroom, term, day))], term, day);
        var looks = people
            .OfType<Person>()
            .Select(one => PastWeek.In(classroom.Key, one).Where(week => Has(term, day, week)).ToList())
            .ToList();
        var weeks = looks.SelectMany(one => one.Select(week => week.Week)).Distinct().Count();
        return new(term.From, settings.Band)
        {
            School = classroom.SchoolName ?? "",
            // Students with goals of two kinds are in two rows, and in the class once.
            Count = SchoolCount.Sum(areas.Select(one => one.Count)) with
            {
                Classes = 1,
                Students = people.Count,
                Looks = looks.Sum(one => one.Count),
                Weeks = weeks * people.Count,
            },
            Areas = areas,
        };
    }

    private static bool Has(SchoolTerm term, DateOnly day, PastWeek week) =>
        week.Week.Sunday >= term.From && week.Week.Monday <= day && week.Week.Monday < term.To;

    /// <summary>Goals that stand in a week this student shared with the class, and had not ended before the
    /// term.</summary>
    private static IEnumerable<(Person Student, Goal Goal)> Shared(
        Person person,
        Classroom classroom,
        SchoolTerm term,
        DateOnly day
    )
    {
        var known = SharedReflections
            .Of(person, classroom.Key)
            .SelectMany(week => week.Goals)
            .Select(goal => goal.GoalId)
            .ToHashSet(StringComparer.Ordinal);
        return person
            .Goals.Where(goal =>
                known.Contains(goal.Id)
                && goal.CreatedOn <= day
                && !(goal.ReachedOn < term.From)
                && !(goal.ClosedOn < term.From)
            )
            .Select(goal => (person, goal));
    }

    private static IReadOnlyList<AreaCount> Areas(
        IReadOnlyList<(Person Student, Goal Goal)> goals,
        SchoolTerm term,
        DateOnly day
    ) =>
        [
            .. Crowd
                .Of(
                    goals
                        .GroupBy(one => one.Goal.Area)
                        .Select(group => (group.Key, (IReadOnlyList<(Person Student, Goal Goal)>)[.. group])),
                    some => Students(some),
                    Crowd.Students
                )
                .GroupBy(one => one.Kind ?? Area.None)
                .Select(same => new AreaCount(same.Key)
                {
                    Count = Count([.. same.SelectMany(one => one.Items)], term, day),
                }),
        ];

    private static int Students(IEnumerable<(Person Student, Goal Goal)> goals) =>
        goals.Select(one => one.Student.Id).Distinct().Count();

    private static SchoolCount Count(IReadOnlyList<(Person Student, Goal Goal)> goals, SchoolTerm term, DateOnly day) =>
        new()
        {
            Classes = 1,
            Students = Students(goals),
            Goals = goals.Count,
            Set = goals.Count(one => one.Goal.CreatedOn >= term.From),
            Reached = goals.Count(one => one.Goal.ReachedOn is not null),
            AtRisk = goals.Count(one =>
                GoalStatuses.Of(one.Goal, day) is GoalStatus.BitBehind or GoalStatus.Stuck or GoalStatus.PastDate
            ),
        };
}
