using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>Which goal a report of progress is about: by what is counted, then by the words both use.</summary>
internal static class GoalMatching
{
    /// <summary>The goals that fit best, one when it is clear; empty when there is no active goal.</summary>
    public static IReadOnlyList<Goal> Fit(ProgressReading reading, IReadOnlyList<Goal> goals)
    {
        var scored = goals
            .Where(goal => goal.IsActive)
            .Select(goal => (Goal: goal, Score: Score(reading, goal)))
            .Where(pair => pair.Score >= 0)
            .ToList();
        if (scored.Count == 0)
        {
            return [];
        }

        var best = scored.Max(pair => pair.Score);
        return [.. scored.Where(pair => pair.Score == best).Select(pair => pair.Goal)];
    }

    /// <summary>Below zero: cannot be about it.</summary>
    private static int Score(ProgressReading reading, Goal goal)
    {
        var said = reading.Value.Unit is { } unit ? UnitNames.Normal(unit) : null;
        var counted = goal.Measure.Unit is { } kept ? UnitNames.Normal(kept) : null;
        var units =
            said is null || counted is null ? 0
            : SameThing(said, counted) ? 4
            : (said == "letter_grade") != (counted == "letter_grade") ? -10
            : Units.IsCounted(said) && !IsGrade(said) ? -2
            : 0;
        var words = reading.Topics.Count(topic =>
            topic.Length > 2 && goal.Sentence.Contains(topic, StringComparison.OrdinalIgnoreCase)
        );
        return units + (2 * words);
    }

    private static bool SameThing(string said, string counted) =>
        string.Equals(said.Split('/')[0], counted.Split('/')[0], StringComparison.OrdinalIgnoreCase)
        || (IsGrade(said) && IsGrade(counted));

    private static bool IsGrade(string unit) => unit is "percent" or "points" or "score";
}
