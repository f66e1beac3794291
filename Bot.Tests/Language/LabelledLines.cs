using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Tests.Language;

internal sealed record GoalLine(
    string Text, string Lang, bool IsGoal, bool Specific, bool Measurable, bool ActionPlan, bool Relevant, bool TimeBound,
    string Type, DateOnly? Deadline, double? Target, double? Baseline);

internal sealed record DateLine(string Text, string Lang, DateOnly? Date);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GoalLine))]
[JsonSerializable(typeof(DateLine))]
internal sealed partial class LabelledLines : JsonSerializerContext
{
    public static T[] Read<T>(string name) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", "Data", name))
            .Select(l => (T)JsonSerializer.Deserialize(l, typeof(T), Default)!),
    ];
}
