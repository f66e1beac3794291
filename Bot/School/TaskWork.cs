using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>A task of a class in a student's own document: its criteria, and how they see their work.</summary>
/// <param name="Class">The class's document.</param>
/// <param name="Name">As the class last told it, like the criteria.</param>
internal sealed record TaskWork(DocumentKey Class, string Id, string Name, SuccessCriteria Criteria)
{
    /// <summary>In a document; older ones are in the archive.</summary>
    public const int MostKept = 4;

    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Something a student checks against criteria: a goal of theirs, or a task of a class.</summary>
/// <param name="Title">The goal's sentence, or the task's name.</param>
/// <param name="IsOpen">Whether it goes on, and they are still where it is done.</param>
internal sealed record Work(string Id, string Title, SuccessCriteria Criteria, bool IsOpen)
{
    public bool IsTask { get; init; }
}

/// <summary>A goal as the teachers of a class know it.</summary>
/// <param name="Sentence">As it was when it was shared with them.</param>
internal sealed record SeenGoal(Goal Goal, string Sentence);

/// <summary>All that one student checks against criteria, wherever it is kept.</summary>
internal static class Works
{
    /// <summary>How the ids of archived checks begin; then come the work's id and the check's.</summary>
    public const string ChecksTrail = "check:";

    /// <summary>Tasks first, the newest first; then goals. What has no criteria is none.</summary>
    public static IReadOnlyList<Work> Of(Person person) =>
        [
            .. person.Tasks.Reverse().Select(task => Of(task, person)),
            .. person.Goals.Where(goal => goal.Criteria is { List.Count: > 0 }).Select(Of),
        ];

    /// <summary>The work with this id, if it is this person's and has criteria.</summary>
    public static Work? Find(Person person, string? id) =>
        id is null ? null : Of(person).FirstOrDefault(work => work.Id == id);

    public static Person With(Person person, string id, SuccessCriteria criteria) =>
        person with
        {
            Tasks = [.. person.Tasks.Select(task => task.Id == id ? task with { Criteria = criteria } : task)],
            Goals = [.. person.Goals.Select(goal => goal.Id == id ? goal with { Criteria = criteria } : goal)],
        };

    /// <summary>What the teachers of a class see of it: its tasks, and goals that have criteria of theirs.</summary>
    public static IReadOnlyList<Work> SeenIn(Person? person, DocumentKey classroom) =>
        person is null ? [] : [.. Of(person).Where(work => work.Criteria.Class == classroom)];

    /// <summary>Goals whose criteria wait for the yes of a teacher of this class.</summary>
    public static IReadOnlyList<Goal> Proposed(Person? person, DocumentKey classroom) =>
        person is null
            ? []
            : [.. person.Goals.Where(goal => goal.IsActive && goal.Criteria?.Proposed?.Class == classroom)];

    /// <summary>
    /// Active goals the teachers of a class know of: shared with a week's reflection, proposed to them, or with
    /// criteria of theirs.
    /// </summary>
    public static IReadOnlyList<SeenGoal> GoalsSeenIn(Person? person, DocumentKey classroom)
    {
        if (person is null)
            return [];
        var shared = SharedReflections
            .Of(person, classroom)
            .SelectMany(one => one.Goals)
            .DistinctBy(one => one.GoalId, StringComparer.Ordinal)
            .ToDictionary(one => one.GoalId, one => one.Sentence, StringComparer.Ordinal);
        return
        [
            .. person
                .Goals.Where(goal => goal.IsActive)
                .Select(goal =>
                    goal.Criteria is { } criteria
                    && (criteria.Class == classroom || criteria.Proposed?.Class == classroom)
                        ? new SeenGoal(goal, goal.Sentence)
                    : shared.TryGetValue(goal.Id, out var sentence) ? new SeenGoal(goal, sentence)
                    : null
                )
                .OfType<SeenGoal>(),
        ];
    }

    /// <summary>
    /// The tasks as the class has them now. One the class has no more is closed, and stays theirs where they checked
    /// anything.
    /// </summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Left) Told(
        Person person,
        Classroom classroom,
        DateTimeOffset now
    )
    {
        var known = person
            .Tasks.Where(one =>
                one.Class != classroom.Key
                || one.Criteria is { Checks.Count: > 0 } or { Open: not null }
                || ClassTasks.Find(classroom, one.Id) is { ClosedAt: null }
            )
            .Select(one => one.Class == classroom.Key ? Told(one, ClassTasks.Find(classroom, one.Id), now) : one)
            .ToList();
        var begun = classroom
            .Tasks.Where(task => task.ClosedAt is null && known.TrueForAll(one => one.Id != task.Id))
            .Select(task => new TaskWork(
                classroom.Key,
                task.Id,
                task.Name,
                new SuccessCriteria { Class = classroom.Key, List = task.Criteria }
            ));
        return Trim(person with { Tasks = [.. known, .. begun] }, TaskWork.MostKept);
    }

    /// <summary>Keeps the newest tasks, and whatever is open; closed ones before them leave for the archive.</summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Left) Trim(Person person, int kept)
    {
        var surplus = Math.Max(0, person.Tasks.Count - kept);
        var left = person.Tasks.Where(one => !Of(one, person).IsOpen).Take(surplus).ToList();
        return left.Count == 0
            ? (person, [])
            : (
                person with
                {
                    Tasks = [.. person.Tasks.Except(left)],
                },
                [
                    .. left.Select(one => new ArchiveEntry(
                        $"task:{one.Id}",
                        JsonSerializer.SerializeToUtf8Bytes(one, WorkJson.Default.TaskWork)
                    )),
                ]
            );
    }

    /// <summary>Keeps the last checks of each work; those before them leave one by one.</summary>
    public static (Person Person, IReadOnlyList<ArchiveEntry> Left) TrimChecks(
        Person person,
        int kept = SuccessCriteria.MostChecks
    )
    {
        var crowded = Of(person).Where(work => work.Criteria.Checks.Count > kept).ToList();
        return (
            crowded.Aggregate(
                person,
                (next, work) =>
                    With(next, work.Id, work.Criteria with { Checks = [.. work.Criteria.Checks.TakeLast(kept)] })
            ),
            [
                .. crowded.SelectMany(work =>
                    work.Criteria.Checks.SkipLast(kept)
                        .Select(check => new ArchiveEntry(
                            $"{ChecksTrail}{work.Id}:{check.Id}",
                            JsonSerializer.SerializeToUtf8Bytes(check, WorkJson.Default.CriteriaCheck)
                        ))
                ),
            ]
        );
    }

    private static Work Of(Goal goal) => new(goal.Id, goal.Sentence, goal.Criteria!, goal.IsActive);

    private static Work Of(TaskWork task, Person person) =>
        new(
            task.Id,
            task.Name,
            task.Criteria,
            task.ClosedAt is null
                && person.Classes.Any(one => one.Class == task.Class && one.Role == MemberRole.Student)
        )
        {
            IsTask = true,
        };

    private static TaskWork Told(TaskWork work, ClassTask? task, DateTimeOffset now) =>
        task is null
            ? work with
            {
                ClosedAt = work.ClosedAt ?? now,
            }
            : work with
            {
                Name = task.Name,
                ClosedAt = task.ClosedAt,
                Criteria = work.Criteria.Set(work.Class, task.Criteria),
            };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(TaskWork))]
[JsonSerializable(typeof(CriteriaCheck))]
internal sealed partial class WorkJson : JsonSerializerContext;
