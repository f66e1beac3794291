using Milestones.Calendar;
using Milestones.School;

namespace Milestones.Features.Celebrating;

/// <summary>
/// A class's week in numbers: only from what was shared, and none with fewer than five students behind it. A ranking is
/// not in it, nor anything one could be made of.
/// </summary>
internal static class SummaryFigures
{
    private const int WeeksShown = 6;

    /// <summary>More names than a card can hold are never earned in a week.</summary>
    private const int MostBadges = 30;

    /// <param name="weeks">How far the class's weeks were told before this one.</param>
    /// <param name="today">The day of the look: what was reached in the seven days before it counts, and once.</param>
    public static (WeekSummary Summary, Streak Streak) Of(
        Classroom classroom,
        ClassWeeks weeks,
        IsoWeek week,
        Func<Member, Person?> personOf,
        DateOnly today
    )
    {
        var isMonth = weeks.Told >= ClassWeekRules.WeeksInAMonth - 1;
        var since = today.AddDays(-7 * (isMonth ? ClassWeekRules.WeeksInAMonth : 1));
        var first = isMonth ? week.Monday.AddDays(-7 * (ClassWeekRules.WeeksInAMonth - 1)) : week.Monday;
        var students = classroom.Students.Select(personOf).OfType<Person>().ToList();
        var shared = students.Select(person => (Person: person, Reflections: SharedIn(person, classroom))).ToList();
        var here = shared
            .Select(one =>
                (one.Person, Last: one.Reflections.FindLast(all => all.Week.Monday >= first && all.Week <= week))
            )
            .Where(one => one.Last is not null)
            .ToList();
        var goals = here.Select(one => one.Last!.Goals.Where(goal => goal.Status != GoalStatus.Closed).ToList())
            .Where(some => some.Count > 0)
            .ToList();
        var reached = here.Select(one => ReachedIn(one.Person, since, today)).Where(count => count > 0).ToList();
        var cheers = classroom
            .Posts.Where(post => LocalTime.Day(post.At, classroom.Settings?.Schedule.Zone) >= since)
            .SelectMany(post => post.Cheers)
            .ToList();
        List<int> byWeek =
        [
            .. Enumerable
                .Range(1 - WeeksShown, WeeksShown)
                .Select(back => IsoWeek.Of(week.Monday.AddDays(7 * back)))
                .Select(one => shared.Count(all => all.Reflections.Exists(reflection => reflection.Week == one)))
                .Select(count => count >= WeekSummary.SmallestGroup ? count : 0),
        ];
        var streak = weeks.Streak.With(week, byWeek[^1] > 0 ? WeekEnd.Reflected : WeekEnd.Missed);
        var summary = new WeekSummary(week)
        {
            IsMonth = isMonth,
            Students = classroom.Students.Count(),
            Reflected = Enough(here.Count) ? here.Count : null,
            OnTrack = Enough(goals.Count)
                ? goals.Sum(some => some.Count(goal => goal.Status is GoalStatus.OnTrack or GoalStatus.Reached))
                : null,
            Goals = Enough(goals.Count) ? goals.Sum(some => some.Count) : null,
            Reached = Enough(reached.Count) ? reached.Sum() : null,
            Streak = streak.Weeks > 1 ? streak.Weeks : null,
            Cheers = Enough(cheers.Distinct(StringComparer.Ordinal).Count()) ? cheers.Count : null,
            Weeks = byWeek.Count(count => count > 0) > 1 ? byWeek : [],
            Badges =
            [
                .. students
                    .OrderBy(person => person.Name, StringComparer.Ordinal)
                    .SelectMany(person =>
                        person
                            .Badges.Where(badge => badge.ShownOn >= since && badge.ShownOn < today)
                            .Select(badge => new ShownBadge(person.Id.ObjectId, badge.Kind))
                    )
                    .Take(MostBadges),
            ],
        };
        return (summary, streak);
    }

    private static bool Enough(int students) => students >= WeekSummary.SmallestGroup;

    private static List<Reflection> SharedIn(Person person, Classroom classroom) =>
        [
            .. person
                .Reflections.Where(one =>
                    one.Class == classroom.Key && one is { Sharing: Sharing.MyTeacher, IsReflected: true }
                )
                .OrderBy(one => one.Week),
        ];

    private static int ReachedIn(Person person, DateOnly since, DateOnly today) =>
        person.Goals.Sum(goal =>
            goal.Milestones.Count(step => step.ReachedOn >= since && step.ReachedOn < today)
            + (goal.ReachedOn >= since && goal.ReachedOn < today ? 1 : 0)
        );
}
