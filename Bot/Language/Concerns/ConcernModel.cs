using System.Runtime.CompilerServices;

namespace Milestones.Language.Concerns;

/// <summary>
/// Weighs the traits of a sentence for each concern: a multinomial logistic regression, whose none weighs nothing. A sum can be taken apart
/// into what each trait gave, so it can always be told why a sentence alerted.
/// </summary>
internal sealed class ConcernModel
{
    /// <summary>How many concerns there are besides none.</summary>
    public const int Kinds = 5;

    /// <summary>A concern that outweighs none this much (in logits) counts even beside a stronger one.</summary>
    private const float PlainScore = 1f;

    private readonly Traits _traits;
    private readonly ushort[] _row;
    private readonly Scores[] _weights;
    private readonly Scores _bias;
    private readonly float[] _phrase;

    public ConcernModel(Traits traits, WeightsFile file)
    {
        _traits = traits;
        _row = new ushort[traits.Count];
        var weights = new List<Scores> { default };
        foreach (var (name, values) in file.Traits)
            if (name[0] != '[' && traits.Find(name) is { } trait)
            {
                _row[trait] = checked((ushort)weights.Count);
                weights.Add(Scores.Of(values));
            }

        _weights = [.. weights];
        _bias = Scores.Of(file.Traits[WeightsFile.Bias]);
        Explained = file.Traits[WeightsFile.Explained][0];
        _phrase = [.. Enum.GetValues<Force>().Select(force => file.Traits[WeightsFile.NameOf(force)][0])];
    }

    public static ConcernModel Shared { get; } = new(Lexicon.Shared.Traits, WeightsFile.Shared);

    /// <summary>What a phrase that something explains adds to its concern: less than nothing.</summary>
    public float Explained { get; }

    public Scores Weigh(ReadOnlySpan<ushort> sentence)
    {
        Span<ulong> seen = stackalloc ulong[(_weights.Length + 63) / 64];
        seen.Clear();
        var sum = new Summing(this, seen) { Sum = _bias };
        _traits.Visit(sentence, ref sum);
        return sum.Sum;
    }

    /// <summary>What an unexplained phrase adds to its concern.</summary>
    public float Of(Force force) => _phrase[(int)force];

    /// <summary>The concern a sentence's scores speak for, where they outweigh none together: the gravest that is plain, else the strongest.</summary>
    public static Concern Decide(Scores scores)
    {
        var (best, sum) = (0, 0.0);
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (scores[kind] > PlainScore)
                return (Concern)(kind + 1);
            sum += Math.Exp(scores[kind]);
            if (scores[kind] > scores[best])
                best = kind;
        }

        return sum > 1 ? (Concern)(best + 1) : Concern.None;
    }

    private ref struct Summing(ConcernModel model, Span<ulong> seen) : ITraitVisitor
    {
        private readonly Span<ulong> _seen = seen;

        public Scores Sum;

        public void Visit(int trait)
        {
            var row = model._row[trait];
            ref var word = ref _seen[row >> 6];
            var bit = 1UL << (row & 63);
            if (row == 0 || (word & bit) != 0)
                return;
            word |= bit;
            for (var kind = 0; kind < Kinds; kind++)
                Sum[kind] += model._weights[row][kind];
        }
    }
}

/// <summary>A number for every concern but none, in the order of <see cref="Concern"/>.</summary>
[InlineArray(ConcernModel.Kinds)]
internal struct Scores
{
    private float _first;

    public static Scores Of(ReadOnlySpan<float> values)
    {
        var scores = default(Scores);
        values.CopyTo(scores);
        return scores;
    }
}
