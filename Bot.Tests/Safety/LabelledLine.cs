using System.Runtime.CompilerServices;
using System.Text.Json;
using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

/// <summary>A line of the measured sets, read from where it is kept.</summary>
internal sealed record LabelledLine(string Text, string Language, Concern Concern)
{
    public static IReadOnlyList<LabelledLine> Read(string set, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Data", set + ".jsonl")).Select(Parse)];

    private static LabelledLine Parse(string json)
    {
        using var line = JsonDocument.Parse(json);
        return new(
            line.RootElement.GetProperty("text").GetString()!,
            line.RootElement.GetProperty("lang").GetString()!,
            Enum.Parse<Concern>(line.RootElement.GetProperty("concern").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
    }
}
