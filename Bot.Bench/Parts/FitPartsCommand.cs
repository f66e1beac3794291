using System.Text.Json.Nodes;
using Milestones.Language;
using Milestones.Language.Parts;

namespace Milestones.Bench.Parts;

/// <summary>
/// Fits the weights that tell the parts of a line, what each does and what its numbers stand for, and writes them.
/// </summary>
internal static class FitPartsCommand
{
    private const int Folds = 5;

    /// <summary>Lines of one talk stand together: they fall into one fold.</summary>
    private const int Together = 40;

    /// <param name="args">
    /// <c>--lines</c> names files of labelled lines, parted by commas; <c>--out</c> the folder to write to; with
    /// <c>--cv</c> it first measures with lines kept out of the fit.
    /// </param>
    /// <exception cref="ArgumentException">A file is sealed.</exception>
    public static int Run(string[] args)
    {
        var paths = Arguments.Text(args, "--lines");
        if (paths.Split(',').FirstOrDefault(LabelledData.IsSealed) is { } path)
            throw new ArgumentException($"{path} is sealed: nothing is fitted to it.", nameof(args));
        var lines = PartLine.ReadAll(paths);
        var json = new JsonObject { ["lines"] = lines.Count };
        if (args.Contains("--cv"))
            json["kept_out"] = CrossValidated(lines);
        var (gaps, acts, roles) = PartFit.Fit([.. lines, .. lines.SelectMany(Elsewhere)]);
        Write("gaps", gaps);
        Write("acts", acts);
        Write("roles", roles);
        Console.WriteLine(json.ToJsonString());
        return 0;

        void Write(string name, byte[] weights) =>
            File.WriteAllText(Path.Combine(Arguments.Text(args, "--out"), $"{name}.weights"), WeightsText.Of(weights));
    }

    /// <summary>
    /// What is told at rest is told as well right after something was logged, and where a setback was asked about:
    /// those places were written about mostly for what is peculiar to them.
    /// </summary>
    private static IEnumerable<PartLine> Elsewhere(PartLine line, int at)
    {
        if (line.Setting.Place != PartPlace.Rest)
            yield break;
        if (at % EveryLogged == 0)
            yield return In(PartPlace.Logged);
        if (at % EveryMissed == 1)
            yield return In(PartPlace.Missed);

        PartLine In(PartPlace place) => line with { Setting = line.Setting with { Place = place } };
    }

    private const int EveryLogged = 2;

    private const int EveryMissed = 5;

    private static JsonObject CrossValidated(IReadOnlyList<PartLine> lines)
    {
        var scores = new PartScores();
        for (var fold = 0; fold < Folds; fold++)
        {
            var models = PartFit.Models(PartFit.Fit([.. lines.Where((_, at) => at / Together % Folds != fold)]));
            foreach (var line in lines.Where((_, at) => at / Together % Folds == fold))
                scores.Add(line, models, null);
        }

        return scores.Json();
    }
}
