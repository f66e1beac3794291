using Milestones.Language.Concerns;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Bench.Safety;

/// <summary>A labelled line as the traits of each of its sentences.</summary>
/// <param name="Weight">How much the line counts in the fitting.</param>
internal sealed record LabelledText(string Text, int Kind, double Weight, int[][] Sentences)
{
    /// <summary>Lines that are goals and the like are many and easy; each counts less than one written to be told from a concern.</summary>
    public const double EasyLine = 0.6;

    public const int NoKind = -1;

    public static LabelledText Of(Lexicon lexicon, string text, Concern concern, double weight)
    {
        var words = new ushort[WordReader.Capacity(text.Length)];
        words = words[..new WordReader(lexicon, text, words).Read()];
        var sentences = new List<int[]>();
        foreach (var range in words.AsSpan().Split(Lexicon.Break))
        {
            var seen = new Seen([]);
            lexicon.Traits.Visit(words.AsSpan()[range], ref seen);
            if (seen.Traits.Count > 0)
                sentences.Add([.. seen.Traits]);
        }

        return new(text, (int)concern - 1, weight, [.. sentences]);
    }

    private readonly record struct Seen(SortedSet<int> Traits) : ITraitVisitor
    {
        public void Visit(int trait) => Traits.Add(trait);
    }
}
