namespace Milestones.Bench.Safety;

/// <summary>
/// Parts lines into folds so that lines that are nearly the same stay together: a line is not judged by its own twin.
/// </summary>
internal static class Alikes
{
    /// <summary>
    /// The share of their words two lines have in common to be twins, of at least <see cref="FewestWords"/>.
    /// </summary>
    private const double Alike = 0.6;

    private const int FewestWords = 3;

    /// <summary>A word so common says nothing of twins.</summary>
    private const int TooCommon = 4000;

    public static int[] Fold(IReadOnlyList<string> lines, int folds)
    {
        var parent = Enumerable.Range(0, lines.Count).ToArray();
        int Root(int line) => parent[line] == line ? line : parent[line] = Root(parent[line]);
        var words = lines
            .Select(line =>
                line.ToLowerInvariant()
                    .Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
                    .ToHashSet()
            )
            .ToArray();
        var having = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var line = 0; line < words.Length; line++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var word in words[line])
            {
                var others = having.TryGetValue(word, out var known) ? known : having[word] = [];
                if (others.Count < TooCommon)
                {
                    foreach (var other in others)
                        shared[other] = shared.GetValueOrDefault(other) + 1;
                }

                others.Add(line);
            }

            foreach (var (other, count) in shared)
            {
                if (count >= FewestWords && count >= Alike * (words[line].Count + words[other].Count - count))
                    parent[Root(line)] = Root(other);
            }
        }

        return
        [
            .. Enumerable.Range(0, lines.Count).Select(line => (int)((uint)(Root(line) * 2654435761u) >> 8) % folds),
        ];
    }
}
