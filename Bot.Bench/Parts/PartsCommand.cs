using System.Text.Json.Nodes;
using Milestones.Features.Goals;
using Milestones.Language.Parts;

namespace Milestones.Bench.Parts;

/// <summary>
/// Measures how lines are read by their parts, and what would be logged of those typed after saving: by the rules
/// alone and with what the parts say.
/// </summary>
internal static class PartsCommand
{
    /// <summary>So many of the most frequent mistakes are printed.</summary>
    private const int Most = 30;

    /// <param name="args">Files of labelled lines, parted by commas; <c>--misses</c> prints what is misread.</param>
    public static int Run(string[] args)
    {
        var misses = args.Contains("--misses") ? Console.Out : null;
        var (scores, rules, both) = (new PartScores(), new LoggedScores(), new LoggedScores());
        foreach (var line in PartLine.ReadAll(args[0]))
        {
            scores.Add(line, PartReader.Models, misses);
            rules.Add(line, GoalMatching.ByRule, null);
            both.Add(line, GoalMatching.ReportOf, misses);
        }

        foreach (var mixed in misses is null ? [] : scores.Mixed(Most))
            Console.WriteLine(mixed);
        Console.WriteLine(
            new JsonObject
            {
                ["parts"] = scores.Json(),
                ["logged_by_rule"] = rules.Json(),
                ["logged"] = both.Json(),
            }.ToJsonString()
        );
        return 0;
    }
}
