using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>What moves out of the head document: old progress, and the versions of a goal before each change.</summary>
internal static class Archiving
{
    /// <summary>How the ids of archived progress begin; then come the goal's id and the day.</summary>
    public const string ProgressTrail = "progress:";

    /// <summary>Keeps the recent entries; the older ones go out one by one, each under an id of its own.</summary>
    public static (Goal Goal, IReadOnlyList<ArchiveEntry> Archived) Trim(Goal goal, int kept = Goal.RecentProgress)
    {
        var surplus = goal.Progress.Count - kept;
        return surplus <= 0
            ? (goal, [])
            : (
                goal with
                {
                    Progress = [.. goal.Progress.Skip(surplus)],
                },
                [
                    .. goal
                        .Progress.Take(surplus)
                        .Select(entry => new ArchiveEntry(
                            $"{ProgressTrail}{goal.Id}:"
                                + $"{entry.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:"
                                + $"{entry.Id}",
                            JsonSerializer.SerializeToUtf8Bytes(entry, GoalJson.Default.ProgressEntry)
                        )),
                ]
            );
    }

    /// <summary>A version of a goal as it was before a change.</summary>
    public static ArchiveEntry Version(Goal goal) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"goal:{goal.Id}:{goal.Version:D4}"),
            JsonSerializer.SerializeToUtf8Bytes(goal, GoalJson.Default.Goal)
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Goal))]
internal sealed partial class GoalJson : JsonSerializerContext;
