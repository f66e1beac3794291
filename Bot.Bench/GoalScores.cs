using System.Globalization;
using Milestones.Language;

namespace Milestones.Bench;

/// <summary>Scores readings against labelled statements, one figure per aspect.</summary>
internal sealed class GoalScores
{
    private static readonly string[] Names =
    [
        "is_goal",
        "specific",
        "measurable",
        "action_plan",
        "relevant",
        "time_bound",
        "type",
        "deadline",
        "target",
        "baseline",
    ];
    private readonly Dictionary<string, Score> _scores = Names.ToDictionary(
        n => n,
        _ => new Score(),
        StringComparer.Ordinal
    );

    public static bool IsRatio(string name) => name is "is_goal" or "type" or "deadline" or "target" or "baseline";

    public IEnumerable<(string Name, Score Score)> All => Names.Select(n => (n, _scores[n]));

    public int Lines { get; private set; }

    /// <summary>Adds a line and returns what was read otherwise than labelled, as text.</summary>
    public List<string> Add(GoalLine line, GoalReading reading)
    {
        Lines++;
        var errors = new List<string>();
        void Aspect(string name, bool expected, bool found)
        {
            _scores[name].Add(expected, found);
            if (expected != found)
                errors.Add($"{(expected ? "missed" : "false")} {name}");
        }
        void Value(string name, string expected, string found)
        {
            _scores[name].Add(expected == found);
            if (expected != found)
                errors.Add($"{name} {found} for {expected}");
        }
        Aspect("is_goal", line.IsGoal, reading.IsGoal);
        Aspect("specific", line.Specific, reading.Specific is not null);
        Aspect("measurable", line.Measurable, reading.Measurable is not null);
        Aspect("action_plan", line.ActionPlan, reading.Plan is not null);
        Aspect("relevant", line.Relevant, reading.Reason is not null);
        Aspect("time_bound", line.TimeBound, reading.TimeBound is not null);
        Value("type", line.Type, NameOf(reading.Area));
        Value("deadline", $"{line.Deadline:yyyy-MM-dd}", $"{reading.Deadline:yyyy-MM-dd}");
        Value("target", Number(line.Target), Number(reading.Target?.Value));
        Value("baseline", Number(line.Baseline), Number(reading.Baseline?.Value));
        return errors;
    }

    private static string Number(double? value) =>
        value is { } v ? v.ToString("0.####", CultureInfo.InvariantCulture) : "-";

    private static string NameOf(Area area) =>
        area switch
        {
            Area.Academic => "academic",
            Area.Engagement => "engagement",
            Area.Behavior => "behavior",
            Area.SocialEmotional => "social_emotional",
            Area.FutureReadiness => "future_readiness",
            _ => "none",
        };
}
