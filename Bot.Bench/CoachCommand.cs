using System.Globalization;
using System.Text.Json.Nodes;
using Milestones.Bench.Wanted;
using Milestones.Language;

namespace Milestones.Bench;

/// <summary>Evaluates the readers on files of labelled lines; the last line printed is one JSON object.</summary>
internal static class CoachCommand
{
    private const string DefaultToday = "2026-09-16";

    /// <summary>The key of the model, in the environment: a command line is seen by others.</summary>
    private const string KeyVariable = "MILESTONES_MODEL_KEY";

    public static async Task<int> RunAsync(string[] args)
    {
        var today = DateOnly.ParseExact(
            Option(args, "--today") ?? DefaultToday,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        var second = Option(args, "--model") is { } model
            ? SecondReading.At(
                new Uri(model),
                Option(args, "--name") ?? "model",
                Environment.GetEnvironmentVariable(KeyVariable) ?? ""
            )
            : null;
        var result = new JsonObject();
        if (Option(args, "--goals") is { } goals)
            result["goals"] = Goals([.. LinesJson.Read<GoalLine>(goals)], today, args.Contains("--cv"));
        if (Option(args, "--dates") is { } dates)
            result["dates"] = await DatesBench.RunAsync([.. LinesJson.Read<DateLine>(dates)], today, second);
        if (Option(args, "--safety") is { } safety)
            result["safety"] = ConcernScores.OfAlarms(safety);
        if (Option(args, "--intents") is { } intents)
            result["intents"] = await IntentScores.OfAsync(intents, today, second);
        if (Option(args, "--answers") is { } answers)
            result["answers"] = await AnswerScores.OfAsync(answers, second);
        if (Options(args, "--progress") is { Length: > 0 } progress)
            result["progress"] = await ProgressScores.RunAsync(progress, today, second);
        if (Option(args, "--concerns") is { } concerns)
            result["concerns"] = await ConcernScores.OfAsync(concerns, Option(args, "--ordinary"), today, second);
        if (second is not null)
            result["model"] = second.Json();
        Console.WriteLine(result.ToJsonString());
        return 0;
    }

    /// <summary>The arguments after an option, up to the next.</summary>
    private static string[] Options(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0
            ? [.. args.Skip(at + 1).TakeWhile(one => !one.StartsWith("--", StringComparison.Ordinal))]
            : [];

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static JsonObject Goals(GoalLine[] lines, DateOnly today, bool crossValidate)
    {
        var all = new GoalScores();
        var groups = new SortedDictionary<string, GoalScores>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var reading = GoalReader.Read(line.Text, today);
            var errors = all.Add(line, reading);
            foreach (var group in (string[])[line.Lang, line.IsAuthored ? "authored" : "page-sourced"])
            {
                (groups.TryGetValue(group, out var scores) ? scores : groups[group] = new GoalScores()).Add(
                    line,
                    reading
                );
            }

            if (errors.Count > 0)
                Console.WriteLine($"{line.Id} [{line.Lang}] {string.Join(", ", errors)} | {line.Text}");
        }
        foreach (var (name, scores) in groups.Prepend(KeyValuePair.Create("all", all)))
            Print(name, scores);
        if (crossValidate)
            CrossValidation.Print(lines, today);
        var json = new JsonObject();
        foreach (var (name, score) in all.All)
        {
            json[name] = GoalScores.IsRatio(name)
                ? new JsonObject { ["accuracy"] = Rounded(score.Accuracy) }
                : new JsonObject
                {
                    ["precision"] = Rounded(score.Precision),
                    ["recall"] = Rounded(score.Recall),
                    ["f1"] = Rounded(score.F1),
                };
        }

        return json;
    }

    private static void Print(string group, GoalScores scores)
    {
        Console.WriteLine($"{group}, {scores.Lines} lines");
        foreach (var (name, score) in scores.All)
        {
            Console.WriteLine(
                GoalScores.IsRatio(name)
                    ? $"  {name, -12} accuracy {score.Accuracy:0.000}"
                    : $"  {name, -12} precision {score.Precision:0.000}  recall {score.Recall:0.000}  F1 "
                        + $"{score.F1:0.000}"
            );
        }
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
