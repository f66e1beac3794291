using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// One class and week as its teachers may see it. What a student kept to themselves is in nothing here but the number
/// of those who reflected;
/// what is said of several is only said of three or more (docs/product.md, section 4).
/// </summary>
internal sealed record ClassWeek(Classroom Classroom, IsoWeek Week, IReadOnlyList<StudentWeek> Students)
{
    /// <summary>Fewer than this are no group.</summary>
    public const int SmallestGroup = 3;

    /// <summary>Nobody was asked, and nobody said anything.</summary>
    public bool IsEmpty => Reflected == 0 && Waiting.Count == 0 && !Students.Any(one => one.WasAsked);

    public int Reflected => Students.Count(one => one.HasReflected);

    public IReadOnlyList<StudentWeek> Sharing => [.. Students.Where(one => one.Shared is not null)];

    /// <summary>How many felt how, from 1 (hard) to 5 (great); empty when too few said so.</summary>
    public IReadOnlyDictionary<int, int> Moods => Counted(Students.Select(one => one.Shared?.Mood).OfType<int>());

    /// <summary>The same of the week before.</summary>
    public IReadOnlyDictionary<int, int> MoodsBefore => Counted(Students.Select(one => one.MoodBefore).OfType<int>());

    /// <summary>How the goals stand of those who shared; empty when these are too few.</summary>
    public IReadOnlyDictionary<GoalStatus, int> Goals =>
        Sharing.Count(one => one.Shared!.Goals.Count > 0) < SmallestGroup
            ? new Dictionary<GoalStatus, int>()
            : Sharing
                .SelectMany(one => one.Shared!.Goals)
                .Where(goal => goal.Status != GoalStatus.Closed)
                .CountBy(goal => goal.Status)
                .ToDictionary();

    /// <summary>
    /// Suggested answers to <em>what got in the way?</em> that enough students chose: which one, and how many. The most
    /// frequent first.
    /// </summary>
    public IReadOnlyList<(int Choice, int Students)> Obstacles =>
        [
            .. Sharing
                .SelectMany(one =>
                    one.Shared!.Answers.Where(answer => answer.Question == ReflectionQuestions.Obstacle)
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

    /// <summary>
    /// Who waits for an answer: those who asked for help first, the longest waiting before the others.
    /// </summary>
    public IReadOnlyList<StudentWeek> Waiting =>
        [
            .. Students
                .Where(one => one.Need is not null)
                .OrderBy(one => one.Need!.Kind)
                .ThenBy(one => one.Need!.Since)
                .ThenBy(one => one.Name, StringComparer.CurrentCulture),
        ];

    /// <summary>Who has not reflected, those first who went quiet.</summary>
    public IReadOnlyList<StudentWeek> Missing =>
        [
            .. Students
                .Where(one => !one.HasReflected)
                .OrderBy(one => !one.IsQuiet)
                .ThenBy(one => one.Name, StringComparer.CurrentCulture),
        ];

    public IReadOnlyList<StudentWeek> WithoutGoal =>
        [.. Students.Where(one => one.HasNoGoal).OrderBy(one => one.Name, StringComparer.CurrentCulture)];

    /// <summary>Those who let their teacher read, and have not had a word from one for weeks.</summary>
    public IReadOnlyList<StudentWeek> Unheard =>
        [
            .. Students
                .Where(one => one is { IsUnheard: true, Need: null })
                .OrderBy(one => one.Name, StringComparer.CurrentCulture),
        ];

    /// <param name="personOf">A student's document; null when they have none yet.</param>
    /// <param name="teacher">Who looks: what was written back to a teacher is for that one alone.</param>
    public static ClassWeek Of(
        Classroom classroom,
        IsoWeek week,
        DateTimeOffset now,
        Func<Member, Person?> personOf,
        DocumentKey? teacher = null
    ) =>
        new(
            classroom,
            week,
            [
                .. classroom.Students.Select(member =>
                    StudentWeek.Of(classroom, member, personOf(member), week, now, teacher)
                ),
            ]
        );

    private static Dictionary<int, int> Counted(IEnumerable<int> moods) =>
        moods.ToList() is { Count: >= SmallestGroup } several ? several.CountBy(mood => mood).ToDictionary() : [];
}
