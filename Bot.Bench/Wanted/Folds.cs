using Milestones.Language;

namespace Milestones.Bench.Wanted;

/// <summary>Parts lines for cross-validation so that lines with much the same words are never on both sides.</summary>
internal static class Folds
{
    private const double Near = 0.6;

    /// <returns>The fold of each text, from 0.</returns>
    public static int[] Of(IReadOnlyList<string> texts, int folds)
    {
        var words = texts.Select(WordsOf).ToArray();
        var first = Enumerable.Range(0, texts.Count).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                if (IsNear(words[i], words[k]))
                    first[Root(i)] = Root(k);
            }
        }

        var random = new Random(5);
        var foldOf = Enumerable.Range(0, texts.Count).Select(_ => random.Next(folds)).ToArray();
        return [.. Enumerable.Range(0, texts.Count).Select(i => foldOf[Root(i)])];

        int Root(int i) => first[i] == i ? i : first[i] = Root(first[i]);
    }

    private static HashSet<string> WordsOf(string text) =>
        Folding
            .Fold(text)
            .Split([' ', '.', ',', '!', '?', '¿', '¡'], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsNear(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared > 0 && shared / (double)(one.Count + other.Count - shared) >= Near;
    }
}
