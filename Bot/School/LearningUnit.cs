namespace Milestones.School;

/// <summary>When in a unit students say where they stand.</summary>
internal enum UnitRound
{
    Before,
    After,
}

/// <summary>What a class is to learn in some weeks: sentences such as "I can add fractions".</summary>
/// <param name="OpenedAt">When its round began.</param>
internal sealed record LearningUnit(string Id, string Name, IReadOnlyList<string> Targets, DateTimeOffset OpenedAt)
{
    public const int MostTargets = 20;
    public const int LongestTarget = 120;
    public const int LongestName = 60;

    /// <summary>With a class; of more the oldest closed one goes.</summary>
    public const int MostKept = 4;

    public UnitRound Round { get; init; }

    /// <summary>Since when nobody rates any more; null while the unit goes on.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>What a teacher does with a unit that is there.</summary>
internal enum UnitAct
{
    /// <summary>Everybody is asked again, at its end.</summary>
    AskAfter,
    Close,
    Delete,
}

/// <summary>A class's units, as teachers begin, end and delete them.</summary>
internal static class ClassUnits
{
    public static LearningUnit? Find(Classroom classroom, string? id) =>
        id is null ? null : classroom.Units.FirstOrDefault(unit => unit.Id == id);

    /// <summary>Whether one more has room: the oldest that is closed makes it.</summary>
    public static bool HasRoom(Classroom classroom) =>
        classroom.Units.Count < LearningUnit.MostKept || classroom.Units.Any(unit => unit.ClosedAt is not null);

    /// <summary>Twice the same unit is once.</summary>
    public static Classroom Begun(Classroom classroom, LearningUnit unit)
    {
        if (Find(classroom, unit.Id) is not null || !HasRoom(classroom))
            return classroom;
        var oldest = classroom.Units.FirstOrDefault(one => one.ClosedAt is not null);
        return Told(
            classroom,
            [.. classroom.Units.Where(one => classroom.Units.Count < LearningUnit.MostKept || one != oldest), unit]
        );
    }

    /// <summary>What cannot be done to the unit any more changes nothing.</summary>
    public static Classroom Decided(Classroom classroom, string id, UnitAct act, DateTimeOffset now) =>
        (Find(classroom, id), act) switch
        {
            ({ }, UnitAct.Delete) => Told(classroom, [.. classroom.Units.Where(unit => unit.Id != id)]),
            ({ ClosedAt: null, Round: UnitRound.Before } unit, UnitAct.AskAfter) => Changed(
                classroom,
                unit with
                {
                    Round = UnitRound.After,
                    OpenedAt = now,
                }
            ),
            ({ ClosedAt: null } unit, UnitAct.Close) => Changed(classroom, unit with { ClosedAt = now }),
            _ => classroom,
        };

    private static Classroom Changed(Classroom classroom, LearningUnit changed) =>
        Told(classroom, [.. classroom.Units.Select(unit => unit.Id == changed.Id ? changed : unit)]);

    /// <summary>From now on students know less than there is.</summary>
    private static Classroom Told(Classroom classroom, IReadOnlyList<LearningUnit> units) =>
        classroom with
        {
            Units = units,
            UnitsRevision = classroom.UnitsRevision + 1,
        };
}
