using System.Text.Json;
using Milestones.Bench.Parts;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Parts;

namespace Milestones.Bench.Safety;

/// <summary>
/// Fits the weights of the reading for concerns to labelled lines and writes them, so that anyone can make the file
/// anew. Prints what lines kept out of the fitting say of it, and takes the two thresholds from them. Run from the
/// root of the repository.
/// </summary>
internal static class FitCommand
{
    private const string UsualData = "Bot.Testing/Data/train";
    private const string UsualOut = "Bot/Language/Concerns/concerns.weights";
    private const int Folds = 8;

    /// <summary>Lines of earlier sittings: fitted to, and too well known to judge by.</summary>
    private static readonly string[] Older = ["answers", "english", "spanish"];

    /// <summary>A trait seen in fewer lines says more of those lines than of others.</summary>
    private const int FewestLines = 2;

    /// <summary>The share of ordinary lines that may alarm, and that may get a quiet question or alarm.</summary>
    private const double OrdinaryAlarms = 0.007;

    private const double OrdinaryAsked = 0.026;

    /// <summary>What students type of goals and school; the thresholds are for these.</summary>
    private static readonly string[] Ordinary = ["ordinary", "talk-ordinary", "talk-ordinary2", "talk-ordinary3"];

    /// <summary>
    /// Folders of lines that are labelled for something else and are harmless, where no line of concern says the same;
    /// and what each counts for.
    /// </summary>
    private static readonly (string Folder, double Weight)[] Harmless =
    [
        ("goals", 0.5),
        ("progress", 0.7),
        ("answers", 0.7),
    ];

    /// <summary>What a line labelled by its parts counts for: there are as many of them as of all others.</summary>
    private const double PartsWeight = 0.4;

    /// <param name="data">The folder whose <c>concerns</c> and other lines are fitted to; null for the usual
    /// one.</param>
    /// <param name="to">The file to write; null for the bot's own.</param>
    public static int Run(string? data, string? to)
    {
        var lines = Read(data ?? UsualData).DistinctBy(line => (line.Text, line.Kind)).ToArray();
        var counts = new int[TraitSet.Size];
        foreach (var trait in lines.SelectMany(line => line.Passages.SelectMany(traits => traits).Distinct()))
            counts[trait]++;
        Console.WriteLine(
            $"{lines.Length} lines, {lines.Count(line => line.IsConcern)} of concern; "
                + $"{counts.Count(count => count >= FewestLines)} traits"
        );
        var (alarm, quiet) = CrossValidate(lines, trait => counts[trait] >= FewestLines);
        var fitted = Fitted(lines, trait => counts[trait] >= FewestLines);
        var kinds = KindsOf(lines);
        var (weights, scale) = Small(fitted.Weights);
        var (kindWeights, kindScale) = Small([
            .. Enumerable
                .Range(0, kinds[0].Weights.Length)
                .SelectMany(trait => kinds.Select(kind => kind.Weights[trait])),
        ]);
        var file = new WeightsFile
        {
            Bias = (float)fitted.Bias,
            Scale = scale,
            Alarm = (float)alarm,
            Quiet = (float)quiet,
            KindScale = kindScale,
            KindBias = [.. kinds.Select(kind => (float)kind.Bias)],
            Weights = weights,
            KindWeights = kindWeights,
        };
        File.WriteAllText(to ?? UsualOut, WeightsText.Of(file.Bytes()));
        var kept = weights.Count(weight => weight != 0);
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    lines = lines.Length,
                    weights = kept,
                    alarm = Math.Round(alarm, 3),
                    quiet = Math.Round(quiet, 3),
                }
            )
        );
        return 0;
    }

    private static IEnumerable<LabelledText> Read(string data)
    {
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var file in Directory.GetFiles(Path.Combine(data, "concerns"), "*.jsonl").Order(StringComparer.Ordinal)
        )
        {
            var set = Path.GetFileNameWithoutExtension(file);
            var older = Older.Contains(set, StringComparer.Ordinal);
            foreach (var line in LabelledData.ReadForFitting<SafetyLine>(file))
            {
                told.Add(line.Text);
                yield return older
                    ? Of(line, "older", line.IsConcern ? 1.5 : 1, judges: false)
                    : Of(line, set, line.IsConcern && line.Level != "weak" ? 2.25 : 1.5, judges: true);
            }
        }

        foreach (var (folder, weight) in Harmless)
        {
            if (!Directory.Exists(Path.Combine(data, folder)))
                continue;
            foreach (
                var file in Directory.GetFiles(Path.Combine(data, folder), "*.jsonl").Order(StringComparer.Ordinal)
            )
            {
                foreach (var line in LabelledData.ReadForFitting<SafetyLine>(file).Where(line => told.Add(line.Text)))
                    yield return Of(line, folder, weight, judges: false);
            }
        }

        foreach (var line in OfParts(data, told))
            yield return line;
    }

    /// <summary>
    /// Lines that are labelled by their parts, of no concern and of no feeling: a worry may lie in that.
    /// </summary>
    private static IEnumerable<LabelledText> OfParts(string data, HashSet<string> told) =>
        Directory.Exists(Path.Combine(data, "parts"))
            ? Directory
                .GetFiles(Path.Combine(data, "parts"), "*.tsv")
                .Where(file => !Path.GetFileName(file).StartsWith(PartLine.KeptOut, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(PartLine.ReadAll)
                .Where(line =>
                    line.Setting.Place != PartPlace.AskedHeavy
                    && line.Parts.All(part => part.Act is not (PartAct.Concern or PartAct.Feeling))
                    && told.Add(line.Text)
                )
                .Select(line => LabelledText.Of(line.Text, "parts", Concern.None, false, PartsWeight, judges: false))
            : [];

    private static LabelledText Of(SafetyLine line, string set, double weight, bool judges) =>
        LabelledText.Of(
            line.Text,
            set,
            line.Kind,
            line.Level == "weak",
            Ordinary.Contains(set, StringComparer.Ordinal) ? 1 : weight,
            judges
        );

    private static Regression Fitted(IEnumerable<LabelledText> lines, Func<int, bool> counts)
    {
        var fitted = new Regression(TraitSet.Size);
        fitted.Fit(lines.Select(line => (line.Passages, line.IsConcern, line.Weight)), counts);
        return fitted;
    }

    /// <summary>Of the lines of concern, each kind against the others.</summary>
    private static Regression[] KindsOf(LabelledText[] lines) =>
        [
            .. Enumerable
                .Range(0, WeightsFile.Kinds)
                .Select(kind =>
                {
                    var fitted = new Regression(TraitSet.Size >> WeightsFile.KindShift);
                    fitted.Fit(
                        lines
                            .Where(line => line.IsConcern)
                            .Select(line => (line.Words, line.Kind == kind, line.Weight)),
                        _ => true
                    );
                    return fitted;
                }),
        ];

    private static (sbyte[] Weights, float Scale) Small(double[] weights)
    {
        var scale = Math.Max(weights.Max(Math.Abs), 1e-6) / sbyte.MaxValue;
        return ([.. weights.Select(weight => (sbyte)Math.Round(weight / scale))], (float)scale);
    }

    /// <summary>The thresholds for an alarm and for a quiet question.</summary>
    private static (double Alarm, double Quiet) CrossValidate(LabelledText[] lines, Func<int, bool> counts)
    {
        var fold = Alikes.Fold([.. lines.Select(line => line.Text)], Folds);
        var scored = new List<(LabelledText Line, double Score)>();
        for (var held = 0; held < Folds; held++)
        {
            var fitted = Fitted(lines.Where((_, at) => fold[at] != held), counts);
            double Loudest(LabelledText line) =>
                line.Passages.Select(fitted.Score).DefaultIfEmpty(double.NegativeInfinity).Max();
            scored.AddRange(
                lines.Where((line, at) => line.Judges && fold[at] == held).Select(line => (line, Loudest(line)))
            );
        }

        // Data without ordinary lines is judged by whatever is harmless in it.
        var any = scored.Exists(line => Ordinary.Contains(line.Line.Set, StringComparer.Ordinal));
        var ordinary = scored
            .Where(line => !line.Line.IsConcern && (!any || Ordinary.Contains(line.Line.Set, StringComparer.Ordinal)))
            .Select(line => line.Score)
            .OrderDescending()
            .ToArray();
        var alarm = ordinary[(int)(OrdinaryAlarms * ordinary.Length)];
        var quiet = ordinary[(int)(OrdinaryAsked * ordinary.Length)];
        var sets = scored
            .GroupBy(line => (line.Line.IsConcern, line.Line.Set, line.Line.IsWeak))
            .OrderBy(set => set.Key);
        foreach (var set in sets)
        {
            double From(double least) => set.Average(line => line.Score >= least ? 1.0 : 0);
            var name = set.Key.IsConcern
                ? set.Key.IsWeak
                    ? "weak concern"
                    : "concern"
                : "harmless";
            Console.WriteLine(
                $"{name, -13} {set.Key.Set, -18} {set.Count(), 5} lines: alarm {From(alarm):0.0000}, "
                    + $"alarm or asked {From(quiet):0.0000}"
            );
        }

        return (alarm, quiet);
    }
}
