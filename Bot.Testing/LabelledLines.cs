using System.Text.Json;
using System.Text.Json.Serialization;
using Concern = Milestones.Language.Concerns.Concern;

namespace Milestones.Testing;

/// <summary>A labelled statement.</summary>
internal sealed record GoalLine(
    string Id,
    string Text,
    string Lang,
    bool IsGoal,
    bool Specific,
    bool Measurable,
    bool ActionPlan,
    bool Relevant,
    bool TimeBound,
    string Type,
    DateOnly? Deadline,
    double? Target,
    double? Baseline,
    string? Unit,
    string Source
)
{
    public bool IsAuthored => Source == "authored";
}

internal sealed record DateLine(string Text, string Lang, DateOnly? Date, DateOnly? Today = null);

/// <param name="Concern">None where the file has only harmless lines.</param>
/// <param name="Level"><c>weak</c> where the words may mean a concern.</param>
internal sealed record SafetyLine(string? Id, string Text, string? Lang, string? Concern, string? Level)
{
    public bool IsConcern => Kind != Milestones.Language.Concerns.Concern.None;

    public Concern Kind =>
        Concern is null
            ? Milestones.Language.Concerns.Concern.None
            : Enum.Parse<Concern>(Concern.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GoalLine))]
[JsonSerializable(typeof(DateLine))]
[JsonSerializable(typeof(SafetyLine))]
internal sealed partial class LinesJson : JsonSerializerContext
{
    public static IEnumerable<T> Read<T>(string path) =>
        File.ReadLines(path)
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => (T)JsonSerializer.Deserialize(l, typeof(T), Default)!);
}
