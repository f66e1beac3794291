namespace Milestones.School;

/// <summary>A piece of work for the whole class, with what good work shows.</summary>
internal sealed record ClassTask(string Id, string Name, IReadOnlyList<Criterion> Criteria, DateTimeOffset OpenedAt)
{
    public const int LongestName = 60;

    /// <summary>With a class; of more the oldest closed one goes.</summary>
    public const int MostKept = 4;

    /// <summary>Since when nobody checks any more; null while the task goes on.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>What a teacher does with a task that is there.</summary>
internal enum TaskAct
{
    Close,
    Delete,
}

/// <summary>A class's tasks, as teachers begin, change, end and delete them.</summary>
internal static class ClassTasks
{
    public static ClassTask? Find(Classroom classroom, string? id) =>
        id is null ? null : classroom.Tasks.FirstOrDefault(task => task.Id == id);

    /// <summary>Whether one more has room: the oldest that is closed makes it.</summary>
    public static bool HasRoom(Classroom classroom) =>
        classroom.Tasks.Count < ClassTask.MostKept || classroom.Tasks.Any(task => task.ClosedAt is not null);

    /// <summary>A new task, or other words for one that is open. One that is closed stays as it is.</summary>
    public static Classroom Set(Classroom classroom, ClassTask task)
    {
        if (Find(classroom, task.Id) is { } known)
        {
            return known.ClosedAt is not null
                ? classroom
                : Told(
                    classroom,
                    [.. classroom.Tasks.Select(one => one == known ? task with { OpenedAt = known.OpenedAt } : one)]
                );
        }

        if (!HasRoom(classroom))
            return classroom;
        var oldest = classroom.Tasks.FirstOrDefault(one => one.ClosedAt is not null);
        return Told(
            classroom,
            [.. classroom.Tasks.Where(one => classroom.Tasks.Count < ClassTask.MostKept || one != oldest), task]
        );
    }

    /// <summary>What cannot be done to the task any more changes nothing.</summary>
    public static Classroom Decided(Classroom classroom, string id, TaskAct act, DateTimeOffset now) =>
        (Find(classroom, id), act) switch
        {
            ({ }, TaskAct.Delete) => Told(classroom, [.. classroom.Tasks.Where(task => task.Id != id)]),
            ({ ClosedAt: null } task, TaskAct.Close) => Told(
                classroom,
                [.. classroom.Tasks.Select(one => one == task ? task with { ClosedAt = now } : one)]
            ),
            _ => classroom,
        };

    /// <summary>From now on students know less than there is.</summary>
    private static Classroom Told(Classroom classroom, IReadOnlyList<ClassTask> tasks) =>
        classroom with
        {
            Tasks = tasks,
            TasksRevision = classroom.TasksRevision + 1,
        };
}
