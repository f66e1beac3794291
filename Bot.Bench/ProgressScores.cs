using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Milestones.Conversations;
using Milestones.Features.Goals;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Bench;

/// <summary>Scores what is read of reports of progress against labelled lines.</summary>
internal sealed class ProgressScores
{
    private const double Near = 0.005;

    private readonly Score _kind = new();
    private readonly Score _value = new();
    private readonly Score _false = new();

    /// <summary>Reads every line of some files, prints those read otherwise than labelled, and returns the
    /// figures.</summary>
    /// <param name="second">A language model beside the rules; null for the rules alone.</param>
    public static async Task<JsonObject> RunAsync(IEnumerable<string> files, DateOnly today, SecondReading? second)
    {
        var scores = new ProgressScores();
        foreach (var line in files.SelectMany(ReportsJson.Read))
        {
            var opinion = second is null
                ? null
                : await second.OfAsync(line.Text, line.Goal.ToGoal(), LanguageOf(line), today);
            if (scores.Add(line, today, opinion) is { } found)
                Console.WriteLine($"{line.Id} [{line.Lang}] {found} for {Named(line.Expect)} | {line.Text}");
        }

        return new JsonObject
        {
            ["kind"] = Rounded(scores._kind.Accuracy),
            ["value"] = Rounded(scores._value.Accuracy),
            ["false_progress"] = Rounded(scores._false.FalseAlarmRate),
        };
    }

    /// <summary>Adds a line; what was read of it where that is wrong, else null.</summary>
    private string? Add(LabelledReport line, DateOnly today, Opinion? opinion)
    {
        var goal = line.Goal.ToGoal();
        // Read as the bot reads it: the rules for this goal, and the parts of the line.
        var report = GoalMatching.ReportOf(
            line.Goal.ToSaved(today),
            new Heard(line.Text, today, LanguageOf(line)) { Opinion = opinion }
        );
        var (kind, number) = report switch
        {
            Report.Value value => ("value", value.Number),
            Report.Change change => ("change", change.Delta),
            _ => (report.GetType().Name.ToLowerInvariant(), default(double?)),
        };
        var expected = line.Expect;
        var isRight = kind == expected.Kind;
        _kind.Add(isRight);
        if (expected.Kind is "value" or "change")
        {
            isRight &= Math.Abs((expected.Value ?? expected.Change ?? double.NaN) - (number ?? double.NaN)) < Near;
            _value.Add(isRight);
        }
        else if (expected.Kind != "done")
        {
            _false.Add(false, kind is "value" or "change" or "done");
        }

        return isRight ? null : $"{kind} {number}".TrimEnd();
    }

    private static TextLanguage LanguageOf(LabelledReport line) =>
        line.Lang == "es" ? TextLanguage.Spanish : TextLanguage.English;

    private static string Named(ExpectedReport expected) =>
        $"{expected.Kind} {expected.Value ?? expected.Change}".TrimEnd();

    private static double Rounded(double value) => Math.Round(value, 4);
}

/// <summary>A report with the goal it is about; the labels' rules are in the tests beside the data.</summary>
internal sealed record LabelledReport(string Id, string Lang, LabelledGoal Goal, string Text, ExpectedReport Expect);

internal sealed record LabelledGoal(
    string Sentence,
    string Unit,
    double? Baseline,
    double? Target,
    double? Current,
    string Better
)
{
    /// <summary>The goal as it would be saved.</summary>
    public Goal ToSaved(DateOnly today) =>
        new(
            "goal",
            Sentence,
            Area.None,
            new Measure(null, Target, Baseline, Unit == "none" ? null : Unit),
            Plan: null,
            Obstacle: null,
            Reason: null,
            Confidence: null,
            Deadline: null,
            default,
            default,
            today.AddDays(-30)
        )
        {
            Progress =
                Current is { } now && now != Baseline ? [new ProgressEntry("entry", now, today.AddDays(-3))] : [],
        };

    public ReportGoal ToGoal() => new(Sentence, Unit, Baseline, Target, Current, Better == "lower");
}

internal sealed record ExpectedReport(string Kind, double? Value, double? Change);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LabelledReport))]
internal sealed partial class ReportsJson : JsonSerializerContext
{
    public static IEnumerable<LabelledReport> Read(string path) =>
        File.ReadLines(path)
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => JsonSerializer.Deserialize(l, Default.LabelledReport)!);
}
