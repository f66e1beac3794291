using Milestones.School;

namespace Milestones.Features.Importing;

/// <summary>What an import would do: whose numbers, and what is left out and why. Nothing is done by it.</summary>
internal sealed record ImportPlan(
    IReadOnlyList<PlannedStudent> Students,
    IReadOnlyList<StrangeName> Strangers,
    ImportContent Content
)
{
    /// <summary>Numbers that are left out because one student has more than are kept.</summary>
    public int TooMany => Students.Sum(one => one.LeftOut);

    public int Values => Students.Sum(one => one.Values.Count);

    /// <param name="import">The import's id.</param>
    public static ImportPlan Of(ImportContent content, Classroom classroom, string import)
    {
        var students = classroom.Students.Select(member => (member, Words(member.Name ?? ""))).ToList();
        var planned = new List<PlannedStudent>();
        var strangers = new List<StrangeName>();
        foreach (var same in content.Readings.GroupBy(one => one.Student, StringComparer.OrdinalIgnoreCase))
        {
            var words = Words(same.Key);
            var exact = students.Where(one => one.Item2.SetEquals(words)).ToList();
            var found = exact.Count > 0 ? exact : [.. students.Where(one => Fits(one.Item2, words))];
            if (found is not [var (member, _)])
            {
                strangers.Add(
                    new(
                        same.Key,
                        same.First().Row,
                        same.Count(),
                        found.Count > 1,
                        found.Count > 1 ? [] : Nearest(same.Key, classroom)
                    )
                );
                continue;
            }

            // The newest number of a measure is the one that counts.
            var newest = same.GroupBy(one => one.Measure, StringComparer.OrdinalIgnoreCase)
                .Select(one => one.MaxBy(reading => reading.On)!)
                .OrderByDescending(one => one.On)
                .ToList();
            planned.Add(
                new(
                    member,
                    [
                        .. newest
                            .Take(ImportedValue.MostAtOnce)
                            .Select(one => new ImportedValue(
                                import,
                                classroom.Key,
                                one.Measure.Length > MeasureLength ? one.Measure[..MeasureLength] : one.Measure,
                                one.Unit,
                                one.On,
                                one.Value
                            )),
                    ],
                    Math.Max(0, newest.Count - ImportedValue.MostAtOnce)
                )
            );
        }

        return new(planned, strangers, content);
    }

    private const int MeasureLength = 80;

    private static HashSet<string> Words(string name) => [.. PeopleNames.Words(name)];

    /// <summary>A second first name in one of the two does not matter.</summary>
    private static bool Fits(HashSet<string> known, HashSet<string> words) =>
        known.Count > 1 && words.Count > 1 && (known.IsSubsetOf(words) || words.IsSubsetOf(known));

    private static List<string> Nearest(string name, Classroom classroom)
    {
        var asked = string.Join(' ', Words(name).Order(StringComparer.Ordinal));
        return
        [
            .. classroom
                .Students.Where(member => member.Name is not null)
                .Select(member =>
                    (
                        member.Name,
                        Away: Distance(asked, string.Join(' ', Words(member.Name!).Order(StringComparer.Ordinal)))
                    )
                )
                .Where(one => one.Away <= Math.Max(2, asked.Length / 3))
                .OrderBy(one => one.Away)
                .Take(2)
                .Select(one => one.Name!),
        ];
    }

    /// <summary>Letters to change, add or leave out (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (corner, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                left = Math.Min(Math.Min(row[j] + 1, left + 1), corner + cost);
                (corner, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}

internal sealed record PlannedStudent(Member Member, IReadOnlyList<ImportedValue> Values, int LeftOut);

/// <summary>A name in the file that is no one student of the class.</summary>
/// <param name="IsTwo">Two students are called so: the file does not tell which.</param>
internal sealed record StrangeName(string Name, int Row, int Rows, bool IsTwo, IReadOnlyList<string> Nearest);
