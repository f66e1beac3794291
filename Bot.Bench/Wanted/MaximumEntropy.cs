using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>One text to fit to: its traits, the number of what it is, and how much it counts.</summary>
internal sealed record Sample(uint[] Traits, int Outcome, float Weight = 1);

/// <summary>
/// Fits the weights of a <see cref="LinearModel"/>: regularised, on one thread, so that the same lines give the
/// same bytes.
/// </summary>
internal static class MaximumEntropy
{
    /// <summary>A trait seen in fewer lines says more of those lines than of others.</summary>
    private const int FewestLines = 3;

    /// <summary>
    /// How far values are spread before the fit: together with the regularisation it decides how bold the weights
    /// get.
    /// </summary>
    private const float Spread = 10;
    public const float Regularisation = 0.3f;
    private const int MostSteps = 200;

    /// <summary>Rows whose weights are all smaller than this are left out.</summary>
    private const float SmallestWeight = 0.02f;

    public static byte[] Fit(IReadOnlyList<Sample> samples, int outcomes, float regularisation = Regularisation)
    {
        var counted = samples.SelectMany(sample => sample.Traits.Distinct()).CountBy(trait => trait);
        var traits = counted.Where(count => count.Value >= FewestLines).Select(count => count.Key).Order().ToArray();
        var rowOf = traits.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, traits.Length);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), outcomes);
        var context = new MLContext(seed: 1);
        var rows = context.Data.LoadFromEnumerable(samples.Select(sample => RowOf(sample, rowOf)).ToArray(), schema);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options
            {
                ExampleWeightColumnName = nameof(Row.Weight),
                L2Regularization = regularisation,
                L1Regularization = 0,
                MaximumNumberOfIterations = MostSteps,
                OptimizationTolerance = 1e-4f,
                HistorySize = 8,
                NumberOfThreads = 1,
            }
        );
        var model = trainer.Fit(rows).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        var dense = weights.Select(column => column.DenseValues().ToArray()).ToArray();
        var kept = traits
            .Index()
            .Select(pair =>
                (
                    pair.Item,
                    Weights: dense.Select(column => column[pair.Index] * Spread * Traits.ValueOf(pair.Item)).ToArray()
                )
            )
            .Where(row => row.Weights.Max(Math.Abs) >= SmallestWeight * Spread)
            .ToArray();
        return LinearModel.Write([.. model.GetBiases()], kept);
    }

    private static Row RowOf(Sample sample, Dictionary<uint, int> rowOf)
    {
        var known = sample.Traits.Distinct().Where(rowOf.ContainsKey).OrderBy(trait => rowOf[trait]).ToArray();
        var norm = Spread / MathF.Sqrt(Math.Max(known.Sum(Traits.LengthOf), 1));
        var values = known.Select(trait => norm * Traits.ValueOf(trait)).ToArray();
        return new Row
        {
            Label = (uint)sample.Outcome,
            Weight = sample.Weight,
            Features = new VBuffer<float>(rowOf.Count, known.Length, values, [.. known.Select(trait => rowOf[trait])]),
        };
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
