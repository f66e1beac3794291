using Milestones.Features.Goals;
using Milestones.Language;
using Milestones.Testing;

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
    /// <c>--lines</c> names files of labelled lines, parted by commas; <c>--out</c> the folder to write to, where it is
    /// given; <c>--test</c> files to measure with; <c>--cv</c> measures with lines kept out of the fit;
    /// <c>--misses</c> prints what was read wrongly.
    /// </param>
    public static int Run(string[] args)
    {
        if (
            args.Contains("--lines")
            && Arguments.Text(args, "--lines").Split(',').FirstOrDefault(LabelledData.IsSealed) is { } path
        )
            throw new ArgumentException($"{path} is sealed: nothing is fitted to it.", nameof(args));
        IReadOnlyList<PartLine> lines = args.Contains("--lines")
            ? PartLine.ReadAll(Arguments.Text(args, "--lines"))
            : [];
        var misses = args.Contains("--misses") ? Console.Out : null;
        var scores = new PartScores();
        if (args.Contains("--cv"))
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                var models = PartFit.Models(PartFit.Fit([.. lines.Where((_, at) => at / Together % Folds != fold)]));
                foreach (var line in lines.Where((_, at) => at / Together % Folds == fold))
                    scores.Add(line, models, misses);
            }
        }
        else if (lines.Count > 0)
        {
            var fitted = PartFit.Fit(lines);
            if (args.Contains("--out"))
            {
                var folder = Arguments.Text(args, "--out");
                foreach (
                    var (name, bytes) in new[] { ("gaps", fitted.Gaps), ("acts", fitted.Acts), ("roles", fitted.Roles) }
                )
                    File.WriteAllText(Path.Combine(folder, name + ".weights"), WeightsText.Of(bytes));
            }

            if (args.Contains("--test"))
            {
                var models = PartFit.Models(fitted);
                foreach (var line in PartLine.ReadAll(Arguments.Text(args, "--test")))
                    scores.Add(line, models, misses);
            }
        }

        if (args.Contains("--logged"))
        {
            var (rules, both) = (new LoggedScores(), new LoggedScores());
            foreach (var line in PartLine.ReadAll(Arguments.Text(args, "--logged")))
            {
                rules.Add(line, GoalMatching.ByRule, null);
                both.Add(line, GoalMatching.ReportOf, misses);
            }

            Console.WriteLine($"by rule: {rules.Json().ToJsonString()}");
            Console.WriteLine($"with parts: {both.Json().ToJsonString()}");
        }

        foreach (var mixed in scores.Mixed(30))
            Console.WriteLine(mixed);
        Console.WriteLine(scores.Json().ToJsonString());
        return 0;
    }
}
