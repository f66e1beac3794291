using System.Text.Json;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

/// <summary>A labelled report of the sets the reader was written and fitted with.</summary>
internal sealed record LabelledReport(string Text, string Lang, string Kind, JsonElement Goal)
{
    public ReportGoal ToGoal() =>
        new(
            Goal.GetProperty("sentence").GetString()!,
            Goal.GetProperty("unit").GetString(),
            Number("baseline"),
            Number("target"),
            Number("current"),
            Goal.GetProperty("better").GetString() == "lower"
        );

    private double? Number(string name) =>
        Goal.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}

internal static class LabelledReports
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "train", "progress");

    public static IEnumerable<LabelledReport> Read(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement.Clone();
            yield return new LabelledReport(
                root.GetProperty("text").GetString()!,
                root.GetProperty("lang").GetString()!,
                root.GetProperty("expect").GetProperty("kind").GetString()!,
                root.GetProperty("goal")
            );
        }
    }
}
