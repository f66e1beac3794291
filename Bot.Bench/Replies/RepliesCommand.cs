using System.Text.Json.Nodes;
using Milestones.Bench.Parts;

namespace Milestones.Bench.Replies;

/// <summary>
/// Plays labelled lines as whole turns, each where it was marked as typed, and measures what came of them.
/// </summary>
internal static class RepliesCommand
{
    /// <param name="args">Files of labelled lines, parted by commas; <c>--misses</c> prints what went wrong,
    /// <c>--all</c> every line.</param>
    public static int Run(string[] args)
    {
        var misses = args.Contains("--misses") || args.Contains("--all") ? Console.Out : null;
        var (scores, keys) = (new ReplyScores(args.Contains("--all")), new TextKeys());
        foreach (var line in PartLine.ReadAll(args[0]))
        {
            var played = LinePlayed.Of(line);
            scores.Add(played, new Effects(played, keys), misses);
        }

        Console.WriteLine(new JsonObject { ["replies"] = scores.Json() }.ToJsonString());
        return 0;
    }
}
