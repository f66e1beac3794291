using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Bench;

/// <summary>Fits the judge of reports without a number to labelled lines and writes its weights, the same for the same
/// lines.</summary>
internal static class ReportFit
{
    private const float Sparseness = 0.05f;
    private const float Smoothness = 0.1f;

    /// <summary>Lines the rules were written with say too much for the rules; a second time they are seen without
    /// them.</summary>
    private const float WithoutRules = 0.3f;
    private const float Talk = 0.5f;
    private static readonly DateOnly Today = new(2026, 9, 16);

    /// <param name="args">Where to write, then the files of labelled lines.</param>
    public static int Run(string[] args)
    {
        var rows = args.Skip(1).SelectMany(ReportsJson.Read).SelectMany(RowsOf).ToList();
        var context = new MLContext(seed: 1);
        var data = context.Data.LoadFromEnumerable(rows);
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = "Key",
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = Sparseness,
            L2Regularization = Smoothness,
            MaximumNumberOfIterations = 200,
            OptimizationTolerance = 1e-6f,
            NumberOfThreads = 1,
        };
        var fitted = context
            .Transforms.Conversion.MapValueToKey("Key", nameof(Row.Kind))
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options))
            .Fit(data);
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        fitted.Transform(data).Schema["Key"].GetKeyValues(ref names);
        var weights = default(VBuffer<float>[])!;
        fitted.LastTransformer.Model.GetWeights(ref weights, out _);
        var written = Write(
            args[0],
            [.. names.DenseValues().Select(name => name.ToString())],
            [.. fitted.LastTransformer.Model.GetBiases()],
            [.. weights.Select(one => one.DenseValues().ToArray())]
        );
        Console.WriteLine($"{rows.Count} rows fitted, {written} features kept");
        return 0;
    }

    private static int Write(string path, string[] kinds, float[] biases, float[][] weights)
    {
        using var file = new StreamWriter(path);
        file.NewLine = "\n";
        file.WriteLine(
            "# Weights of the judge of reports, in hundredths: kinds, their biases, then feature and weights."
        );
        file.WriteLine("# Made by Bot.Bench fit-reports.");
        file.WriteLine(string.Join(' ', kinds));
        file.WriteLine(string.Join(' ', biases.Select(Hundredths)));
        var written = 0;
        for (var i = 0; i < OutcomeFeatures.Buckets; i++)
        {
            var row = weights.Select(one => Hundredths(one[i])).ToArray();
            if (!row.Any(one => one is not "0"))
                continue;
            file.WriteLine($"{i} {string.Join(' ', row)}");
            written++;
        }
        return written;
    }

    private static string Hundredths(float weight) =>
        Math.Round(weight * OutcomeJudge.Scale).ToString("0", CultureInfo.InvariantCulture) is var text && text == "-0"
            ? "0"
            : Math.Round(weight * OutcomeJudge.Scale).ToString("0", CultureInfo.InvariantCulture);

    private static IEnumerable<Row> RowsOf(LabelledReport labelled)
    {
        if (labelled.Expect.Kind is "value" or "change")
            yield break;
        var language = labelled.Lang == "es" ? TextLanguage.Spanish : TextLanguage.English;
        var byRule = ReportReader.ByRule(
            labelled.Text,
            labelled.Goal.ToGoal(),
            Today,
            language,
            out var line,
            out var goal
        );
        var features = new List<int>();
        OutcomeFeatures.Of(line, goal, byRule, features);
        var talk = labelled.Id.StartsWith("pk-", StringComparison.Ordinal);
        yield return new Row(labelled.Expect.Kind, features, talk ? Talk : 1);
        OutcomeFeatures.Of(line, goal, null, features);
        yield return new Row(labelled.Expect.Kind, features, talk ? Talk * WithoutRules : WithoutRules);
    }

    private sealed class Row
    {
        public Row(string kind, List<int> features, float weight)
        {
            var counts = features.CountBy(one => one).OrderBy(pair => pair.Key).ToArray();
            var length = (float)Math.Sqrt(features.Count);
            Kind = kind;
            Weight = weight;
            Features = new VBuffer<float>(
                OutcomeFeatures.Buckets,
                counts.Length,
                [.. counts.Select(pair => pair.Value / length)],
                [.. counts.Select(pair => pair.Key)]
            );
        }

        public string Kind { get; }

        public float Weight { get; }

        [VectorType(OutcomeFeatures.Buckets)]
        public VBuffer<float> Features { get; }
    }
}
