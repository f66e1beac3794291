using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Bench.Parts;

/// <summary>What would be logged of lines typed after saving, against what they say.</summary>
internal sealed class LoggedScores
{
    private static readonly DateOnly Today = new(2026, 10, 14);

    private readonly Dictionary<string, int> _counts = [];

    public void Add(PartLine line, Func<Goal, Heard, Report> read, TextWriter? misses)
    {
        if (line.Setting is not { Place: >= PartPlace.Steps and < PartPlace.AskedHeavy, To: not null })
            return;
        var goal = GoalOf(line);
        var report = read(goal, new Heard(line.Text, Today, line.Language));
        var (said, adds) = Expected(line);
        var outcome = report switch
        {
            // "4 handed in today" of 17 may be logged as 13.
            Report.Value value => said is null ? "logged_wrongly"
            : value.Number == said && !adds ? "right"
            : adds && value.Number == (line.Setting.Now ?? line.Setting.From ?? 0) + said ? "right"
            : "other_number",
            Report.Change change => said is null ? "logged_wrongly"
            : adds && change.Delta == said ? "right"
            : "other_number",
            Report.Done => said is null ? "done" : "done_number",
            Report.Ask { Number: not null } => said is null ? "asked_of_nothing" : "asked",
            _ => said is null ? "rightly_nothing" : "lost",
        };
        _counts[outcome] = _counts.GetValueOrDefault(outcome) + 1;
        if (outcome is not ("logged_wrongly" or "other_number" or "lost" or "asked"))
            return;
        var (from, now, to) = (line.Setting.From, line.Setting.Now, line.Setting.To);
        misses?.WriteLine($"{outcome} [{from} {now} {to} {goal.Measure.Unit}] {line.Text} -> {report} ({said} {adds})");
    }

    /// <summary>The number a line tells, and whether it comes on top; null where it tells none.</summary>
    public static (double? Number, bool Adds) Expected(PartLine line)
    {
        var tokens = new PartTokens();
        tokens.Read(line.Text, line.Language);
        (double?, bool) found = (null, false);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!PartTokens.IsNumber(tokens[at]))
                continue;
            found = PartFit.RoleOf(tokens, at, line) switch
            {
                NumberRole.Now => (tokens[at].Value, false),
                NumberRole.Add when found.Item1 is null => (tokens[at].Value, true),
                NumberRole.Less when found.Item1 is null => (-tokens[at].Value, true),
                _ => found,
            };
        }

        return found;
    }

    private static Goal GoalOf(PartLine line)
    {
        var context = line.Setting;
        var measure = new Measure(null, context.To, context.From, context.Unit);
        return new Goal(
            "g",
            $"{line.What}: {line.Unit}",
            Area.None,
            measure,
            line.Plan,
            null,
            null,
            null,
            null,
            default,
            default,
            Today.AddDays(-30)
        )
        {
            Progress =
                context.Now is { } now && now != context.From ? [new ProgressEntry("p", now, Today.AddDays(-3))] : [],
        };
    }

    public JsonObject Json()
    {
        var json = new JsonObject();
        foreach (var (name, count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json[name] = count;
        return json;
    }
}
