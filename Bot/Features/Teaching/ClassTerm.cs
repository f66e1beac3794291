using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// The last twelve weeks of a class and the goals its students shared, from the documents that the week alone is read
/// from. As there: how somebody felt counts only where it was shared, and is told of three or more.
/// </summary>
internal sealed record ClassTerm(IReadOnlyList<TermWeek> Weeks, IReadOnlyList<SharedGoal> Goals, SharedSteps Steps)
{
    public const int Length = 12;

    public static ClassTerm Of(ClassWeek now, DateOnly today)
    {
        var key = now.Classroom.Key;
        var looks = now.Students.SelectMany(one => Looks(one, key)).ToLookup(one => one.Week);
        IReadOnlyList<SharedGoal> goals = [.. now.Students.SelectMany(one => Shared(one, key))];
        return new(
            [
                .. Enumerable
                    .Range(1 - Length, Length)
                    .Select(back => IsoWeek.Of(now.Week.Monday.AddDays(7 * back)))
                    .Select(week => new TermWeek(week, looks[week].Count(), Moods(looks[week]))),
            ],
            goals,
            goals.Select(one => one.Student.Member.ObjectId).Distinct(StringComparer.Ordinal).Count()
            < ClassWeek.SmallestGroup
                ? SharedSteps.None
                : SharedSteps.Of(goals.Select(one => one.Now).OfType<Goal>(), now.Week, today)
        );
    }

    /// <summary>How many weeks of these one student looked at.</summary>
    public static int WeeksOf(StudentWeek student, ClassWeek now)
    {
        var first = now.Week.Monday.AddDays(7 * (1 - Length));
        return Looks(student, now.Classroom.Key).Count(one => one.Week.Monday >= first && one.Week <= now.Week);
    }

    private static IEnumerable<PastWeek> Looks(StudentWeek student, DocumentKey key) =>
        student.Person is { } person ? PastWeek.In(key, person) : [];

    private static IEnumerable<SharedGoal> Shared(StudentWeek student, DocumentKey key) =>
        SharedReflections.Of(student.Person, key) is [{ } last, ..]
            ? last
                .Goals.Where(goal => goal.Status != GoalStatus.Closed)
                .Select(goal => new SharedGoal(student, goal, student.Person!.FindGoal(goal.GoalId), last.Week))
            : [];

    private static Dictionary<int, int> Moods(IEnumerable<PastWeek> looks) =>
        looks.Select(one => one.Mood).OfType<int>().ToList() is { Count: >= ClassWeek.SmallestGroup } several
            ? several.CountBy(mood => mood).ToDictionary()
            : [];
}

/// <param name="Moods">How many felt how, from 1 to 5; empty where too few said so.</param>
internal sealed record TermWeek(IsoWeek Week, int Reflected, IReadOnlyDictionary<int, int> Moods);

/// <summary>A goal as its student shared it last.</summary>
/// <param name="Goal">How it stood in that week.</param>
/// <param name="Now">The goal itself; null where it is there no more.</param>
internal sealed record SharedGoal(StudentWeek Student, GoalSnapshot Goal, Goal? Now, IsoWeek Week)
{
    public Area Area => Now?.Area ?? Area.None;
}

/// <summary>Steps of the goals that were shared: how many, of nobody by name.</summary>
internal sealed record SharedSteps(int ReachedThisWeek, int DueSoon, int Overdue)
{
    public static SharedSteps None { get; } = new(0, 0, 0);

    private const int Soon = 7;

    public static SharedSteps Of(IEnumerable<Goal> goals, IsoWeek week, DateOnly today)
    {
        var steps = goals.Where(goal => goal.ClosedOn is null).SelectMany(goal => goal.Milestones).ToList();
        var open = steps.Where(step => step.ReachedOn is null).ToList();
        return new(
            steps.Count(step => step.ReachedOn >= week.Monday && step.ReachedOn <= week.Sunday),
            open.Count(step => step.Due >= today && step.Due < today.AddDays(Soon)),
            open.Count(step => step.Due < today)
        );
    }
}
