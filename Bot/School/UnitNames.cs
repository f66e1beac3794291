using System.Collections.Frozen;
using Milestones.Language;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// What students count, in every language: the resource <c>Unit.{name}</c> lists one, several, and other words for the
/// same,
/// so that a goal made in Spanish reads well in English and "3 libros" adds to a goal of books. A thing not listed
/// keeps the student's word.
/// </summary>
internal static class UnitNames
{
    public static IReadOnlyList<string> Things { get; } =
    [
        "absences",
        "applications",
        "articles",
        "assignments",
        "books",
        "chapters",
        "clubs",
        "conversations",
        "days",
        "friends",
        "hours",
        "laps",
        "lateAssignments",
        "lessons",
        "miles",
        "minutes",
        "missingAssignments",
        "pages",
        "people",
        "points",
        "problems",
        "projects",
        "questions",
        "referrals",
        "scholarships",
        "sentences",
        "steps",
        "tardies",
        "tests",
        "times",
        "weeks",
        "words",
    ];

    public static IReadOnlyList<string> Spans { get; } =
    ["class", "day", "hour", "minute", "month", "night", "semester", "week", "year"];

    private static readonly FrozenDictionary<string, string> KnownThings = Known(Things, name => $"Unit.{name}");
    private static readonly FrozenDictionary<string, string> KnownSpans = Known(Spans, span => $"Span.{span}");

    /// <summary>
    /// A unit under the names of the resources where they know it: <c>paginas/dia</c> is <c>pages/day</c>.
    /// </summary>
    public static string Normal(string unit) =>
        unit.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? $"{Of(KnownThings, unit[..slash])}/{Of(KnownSpans, unit[(slash + 1)..])}"
            : Of(KnownThings, unit);

    private static string Of(FrozenDictionary<string, string> known, string word) =>
        known.GetValueOrDefault(word, word);

    private static FrozenDictionary<string, string> Known(IEnumerable<string> names, Func<string, string> key)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            known.TryAdd(name, name);
            foreach (var word in Voice.InEveryLanguage(key(name)).SelectMany(words => words))
            {
                known.TryAdd(Folding.Fold(word), name);
            }
        }

        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
