using System.Globalization;
using System.Text.Json;
using Milestones.Bench.Wanted;
using Milestones.Channel.Teams;
using Milestones.Language.Concerns;
using Milestones.Language.Wanted;
using Milestones.Testing;

namespace Milestones.Bench.Safety;

/// <summary>
/// Fits the weights of the scored reading to labelled lines and writes them, so that anyone can make the file anew. Prints what lines kept
/// out of the fitting say of it.
/// </summary>
internal static class FitCommand
{
    private const int Folds = 10;

    /// <summary>A trait seen in fewer lines says more of those lines than of others.</summary>
    private const int FewestLines = 3;

    private const double SmallestWeight = 0.03;

    /// <summary>What is taken off the fitted start: a concern missed costs more than a false alarm, and phrases add to it.</summary>
    private const double Threshold = -0.25;

    private const double Explained = -2.5;

    private static readonly (Force Force, double Worth)[] Phrases = [(Force.Firm, 3.5), (Force.Plain, 3), (Force.Light, 2.5)];

    /// <param name="args"><c>--safety</c> and <c>--goals</c> name files of labelled lines, parted by commas; <c>--out</c> the file to write.</param>
    public static int Run(string[] args)
    {
        var lines = Arguments.Text(args, "--safety").Split(',').SelectMany(LabelledData.ReadForFitting<SafetyLine>)
            .Select(line => (line.Text, Concern: line.Kind, Weight: 1.0))
            .Concat(Arguments.Text(args, "--goals").Split(',').SelectMany(LabelledData.ReadForFitting<GoalLine>).Select(line => (line.Text, Concern: Concern.None, Weight: LabelledText.EasyLine)))
            .ToArray();
        var lexicon = Lexicon.Load(lines.SelectMany(line => StemsOf(line.Text)).Distinct().Order(StringComparer.Ordinal));
        var texts = lines.Select(line => LabelledText.Of(lexicon, line.Text, line.Concern, line.Weight)).ToArray();
        var common = texts.SelectMany(text => text.Sentences.SelectMany(traits => traits).Distinct()).CountBy(trait => trait)
            .Where(count => count.Value >= FewestLines).Select(count => count.Key).ToHashSet();
        texts = [.. texts.Select(text => text with { Sentences = [.. text.Sentences.Select(traits => traits.Where(common.Contains).ToArray())] })];
        bool IsWord(int trait) => !lexicon.Traits.NameOf(trait).Contains('>', StringComparison.Ordinal) || lexicon.Traits.NameOf(trait).Count(sign => sign == '>') == 1;
        var isWord = common.ToDictionary(trait => trait, IsWord);
        var (recall, falseAlarms) = CrossValidate(texts, trait => isWord[trait]);
        var fitted = new Regression(trait => isWord[trait]);
        fitted.Fit(texts, seed: 1);
        Write(Arguments.Text(args, "--out"), fitted, lexicon.Traits);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            lines = texts.Length,
            traits = common.Count,
            crossValidated = new { recall = Math.Round(recall, 4), falseAlarms = Math.Round(falseAlarms, 4) },
        }));
        return 0;
    }

    private static IEnumerable<string> StemsOf(string text) =>
        text.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Split().Select(word => string.Concat(word.Where(char.IsAsciiLetter)))
            .Where(word => word.Length > 0).Select(word => WordStem.Of(word).ToString());

    private static (double Recall, double FalseAlarms) CrossValidate(LabelledText[] texts, Func<int, bool> isWord)
    {
        var shuffled = texts.ToArray();
        new Random(7).Shuffle(shuffled);
        var folds = new List<(double Recall, double FalseAlarms)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var regression = new Regression(isWord);
            regression.Fit([.. shuffled.Where((_, at) => at % Folds != fold)], seed: 1);
            var held = shuffled.Where((text, at) => at % Folds == fold && text.Weight == 1).ToArray();
            double Share(bool concern) => held.Where(text => text.Kind != LabelledText.NoKind == concern).Average(text => regression.Margin(text) > Threshold ? 1 : 0.0);
            folds.Add((Share(true), Share(false)));
        }

        Console.WriteLine($"without phrases, {Folds} folds: recall {folds.Average(fold => fold.Recall):0.000} ({folds.Min(fold => fold.Recall):0.000} to {folds.Max(fold => fold.Recall):0.000}), "
            + $"false alarms {folds.Average(fold => fold.FalseAlarms):0.000} ({folds.Min(fold => fold.FalseAlarms):0.000} to {folds.Max(fold => fold.FalseAlarms):0.000})");
        return (folds.Average(fold => fold.Recall), folds.Average(fold => fold.FalseAlarms));
    }

    private static void Write(string path, Regression fitted, Traits traits)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("# Fitted, not written by hand; see README.md. Weights for self-harm, abuse, violence, bullying and substance.");
        file.WriteLine($"{WeightsFile.Bias} {Numbers(fitted.Bias.Select(bias => bias - Threshold))}");
        foreach (var (force, worth) in Phrases)
            file.WriteLine($"{WeightsFile.NameOf(force)} {Numbers([worth])}");
        file.WriteLine($"{WeightsFile.Explained} {Numbers([Explained])}");
        foreach (var (name, weights) in fitted.Weights.Where(trait => trait.Value.Max(Math.Abs) >= SmallestWeight)
            .Select(trait => (traits.NameOf(trait.Key), trait.Value)).OrderBy(trait => trait.Item1, StringComparer.Ordinal))
            file.WriteLine($"{name} {Numbers(weights)}");
    }

    private static string Numbers(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => number.ToString("0.##", CultureInfo.InvariantCulture)));
}
