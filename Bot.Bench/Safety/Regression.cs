namespace Milestones.Bench.Safety;

/// <summary>
/// Logistic regression, fitted by steps that shorten with what a weight has already moved (AdaGrad), in an order that
/// a seed fixes. Both penalties are on: the quadratic one spreads a word's weight over what comes with it, the other
/// takes most weights to nothing.
/// </summary>
internal sealed class Regression(int size)
{
    private const int Rounds = 40;
    private const double Step = 0.5;
    private const double Quadratic = 1e-3;
    private const double Absolute = 1e-3;

    /// <summary>What a weight may be at most, so that all fit a small number.</summary>
    private const double Greatest = 6.35;

    private readonly double[] _moved = new double[size];
    private double _biasMoved = 1;

    public double[] Weights { get; } = new double[size];

    public double Bias { get; private set; }

    /// <param name="lines">
    /// For each its passages, whether it is meant, and how much it counts. Of one that is meant only the passage that
    /// speaks loudest is learned from; of one that is not, all.
    /// </param>
    /// <param name="counts">Whether a trait is common enough to learn from.</param>
    public void Fit(IEnumerable<(int[][] Passages, bool IsMeant, double Weight)> lines, Func<int, bool> counts)
    {
        var order = lines.Where(line => line.Passages.Length > 0).ToArray();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var (passages, isMeant, weight) in order)
            {
                if (isMeant)
                {
                    Learn(passages.Length == 1 ? passages[0] : passages.MaxBy(Score)!, 1, weight, counts);
                }
                else
                {
                    foreach (var passage in passages)
                        Learn(passage, 0, weight, counts);
                }
            }
        }
    }

    public double Score(int[] traits) => Bias + (traits.Sum(trait => Weights[trait]) / Math.Sqrt(traits.Length + 1));

    private void Learn(int[] traits, double meant, double weight, Func<int, bool> counts)
    {
        var share = 1 / Math.Sqrt(traits.Length + 1);
        var slope = ((1 / (1 + Math.Exp(-Score(traits)))) - meant) * weight;
        _biasMoved += slope * slope;
        Bias -= Step * slope / Math.Sqrt(_biasMoved);
        foreach (var trait in traits)
        {
            if (!counts(trait))
                continue;
            var own = (slope * share) + (Quadratic * Weights[trait]);
            _moved[trait] += own * own;
            var step = Step / Math.Sqrt(_moved[trait] + 1e-2);
            var moved = Weights[trait] - (step * own);
            Weights[trait] = Math.Clamp(
                Math.CopySign(Math.Max(0, Math.Abs(moved) - (step * Absolute)), moved),
                -Greatest,
                Greatest
            );
        }
    }
}
