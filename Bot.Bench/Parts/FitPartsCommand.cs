using System.Text.Json.Nodes;
using Milestones.Language;

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
        var (gaps, acts, roles) = PartFit.Fit(lines);
        Write("gaps", gaps);
        Write("acts", acts);
        Write("roles", roles);
        Console.WriteLine(json.ToJsonString());
        return 0;

        void Write(string name, byte[] weights) =>
            File.WriteAllText(Path.Combine(Arguments.Text(args, "--out"), $"{name}.weights"), WeightsText.Of(weights));
    }

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
