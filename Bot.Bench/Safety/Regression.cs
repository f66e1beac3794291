using Milestones.Language.Concerns;

namespace Milestones.Bench.Safety;

/// <summary>
/// Multinomial logistic regression with a quadratic penalty, fitted by gradient steps in an order that a seed fixes. Of a line of several
/// sentences the one that speaks loudest for its label is learned from; of a line without concern, all of them.
/// </summary>
internal sealed class Regression(Func<int, bool> isWord)
{
    private const int Rounds = 25;
    private const double FirstStep = 0.4;
    private const double StepDecay = 0.25;
    private const double Penalty = 1e-3;
    private const double WordShare = 0.35;
    private const double PairShare = 0.15;
    private const double BiasShare = 0.05;
    private const double UsualTraits = 20;

    private readonly Dictionary<int, double[]> _weights = [];

    public double[] Bias { get; } = new double[ConcernModel.Kinds];

    public IReadOnlyDictionary<int, double[]> Weights => _weights;

    public void Fit(IReadOnlyList<LabelledText> lines, int seed)
    {
        var order = lines.ToArray();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = FirstStep / (1 + (round * StepDecay));
            foreach (var line in order)
                if (line.Kind == LabelledText.NoKind)
                    foreach (var sentence in line.Sentences)
                        Learn(sentence, line, step);
                else if (line.Sentences.Length > 0)
                    Learn(line.Sentences.MaxBy(sentence => Scores(sentence)[line.Kind])!, line, step);
        }
    }

    /// <summary>How much the line's loudest sentence outweighs none; above 0 is a concern.</summary>
    public double Margin(LabelledText line) =>
        line.Sentences.Length == 0 ? double.NegativeInfinity : line.Sentences.Max(sentence => Math.Log(Scores(sentence).Sum(Math.Exp)));

    private double[] Scores(int[] traits)
    {
        var scores = (double[])Bias.Clone();
        foreach (var trait in traits)
            if (_weights.TryGetValue(trait, out var weights))
                for (var kind = 0; kind < scores.Length; kind++)
                    scores[kind] += weights[kind];
        return scores;
    }

    private void Learn(int[] traits, LabelledText line, double step)
    {
        var scores = Scores(traits);
        var all = 1 + scores.Sum(Math.Exp);
        var slope = scores.Select((score, kind) => ((kind == line.Kind ? 1 : 0) - (Math.Exp(score) / all)) * line.Weight * step).ToArray();
        var crowd = Math.Sqrt(traits.Length / UsualTraits);
        for (var kind = 0; kind < slope.Length; kind++)
            Bias[kind] += slope[kind] * BiasShare;
        foreach (var trait in traits)
        {
            if (!_weights.TryGetValue(trait, out var weights))
                weights = _weights[trait] = new double[ConcernModel.Kinds];
            var share = (isWord(trait) ? WordShare : PairShare) / crowd;
            for (var kind = 0; kind < slope.Length; kind++)
                weights[kind] = (weights[kind] * (1 - (step * Penalty))) + (slope[kind] * share);
        }
    }
}
