using Milestones.Language.Concerns;

namespace Milestones.Bench.Safety;

/// <summary>A labelled line as the traits of each of its passages.</summary>
/// <param name="Kind">The concern's place among those there are, or <see cref="NoKind"/>.</param>
/// <param name="Weight">How much the line counts in the fitting.</param>
/// <param name="Judges">Whether it may be judged by: no phrase was written for it.</param>
/// <param name="Passages">The numbers of the traits; those of words stand in <paramref name="Words"/> too.</param>
internal sealed record LabelledText(
    string Text,
    string Set,
    int Kind,
    bool IsWeak,
    double Weight,
    bool Judges,
    int[][] Passages,
    int[][] Words
)
{
    public const int NoKind = -1;

    public bool IsConcern => Kind != NoKind;

    public static LabelledText Of(string text, string set, Concern concern, bool isWeak, double weight, bool judges)
    {
        var lexicon = Lexicon.Shared;
        var tongues = lexicon.Tongue.Read(text, out _);
        var words = new Word[WordReader.Capacity(text.Length)];
        var letters = new uint[WordReader.LettersCapacity(text.Length)];
        var count = new WordReader(lexicon, tongues, text, words, letters).Read();
        var seen = new Seen([], []);
        PassageReader.Read(lexicon, words.AsSpan(0, count), letters, tongues, ref seen);
        return new(text, set, (int)concern - 1, isWeak, weight, judges, [.. seen.Passages], [.. seen.Words]);
    }

    private readonly record struct Seen(List<int[]> Passages, List<int[]> Words) : IPassageVisitor
    {
        public void Visit(ReadOnlySpan<Word> words, scoped ref TraitSet traits, Concern firm)
        {
            var (all, ofWords) = (new int[traits.Count], new List<int>());
            for (var at = 0; at < traits.Count; at++)
            {
                all[at] = traits[at];
                if (traits.IsWord(at))
                    ofWords.Add(traits[at] >> WeightsFile.KindShift);
            }

            Passages.Add(all);
            Words.Add([.. ofWords]);
        }
    }
}
