using System.Collections.Frozen;
using Milestones.Language.Reports;

namespace Milestones.School;

/// <summary>What follows from what a number counts.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> Levels = new[]
    {
        "percent",
        "points",
        "letter_grade",
        "letter grades",
        "gpa",
        "SAT points",
        "ACT points",
        "words/minute",
        "out of 4",
        "out of 5",
        "out of 10",
        "score",
        "minute",
        "minutes",
        "hour",
        "hours",
        "second",
        "seconds",
        "grades",
        "grade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts of words, English and Spanish: the unit is the student's own word.</summary>
    private static readonly string[] Unwanted =
    [
        "absence",
        "tard",
        "referral",
        "office visit",
        "missed",
        "missing",
        "late",
        "detention",
        "outburst",
        "reminder",
        "mistake",
        "error",
        "atrasad",
        "pendiente",
        "castigo",
        "advertencia",
        "suspension",
        "recordatorio",
    ];

    /// <summary>Whether fewer is better, from what is counted alone.</summary>
    public static bool IsBetterLower(string unit) =>
        UnitNames.Normal(unit) is var normal
        && Unwanted.Any(word => normal.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What happens again and again, such as absences; what is missing is a heap.</summary>
    public static bool IsHappening(string unit) =>
        UnitNames.Normal(unit) is var normal
        && !Levels.Contains(normal)
        && OutOf.TotalOf(unit) is null
        && !Heaps.Any(word => normal.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Heaps = ["assignment", "missing", "late", "atrasad", "pendiente", "tarea"];

    /// <summary>A habit: so much a day or a week.</summary>
    public static bool IsFrequency(string unit) =>
        unit.Contains('/', StringComparison.Ordinal) && !Levels.Contains(UnitNames.Normal(unit));

    /// <summary>Things that add up from zero: books, pages, problems. Not a level like a grade, nor a habit.</summary>
    public static bool IsCounted(string unit) =>
        OutOf.TotalOf(unit) is null
        && !Levels.Contains(UnitNames.Normal(unit))
        && !IsFrequency(unit)
        && !IsBetterLower(unit);
}
