using System.Text.Json.Nodes;
using Milestones.Language.Concerns;

namespace Milestones.Bench;

/// <summary>
/// How often a concern is caught, by an alarm or by a quiet question, and how often harmless words are taken for one.
/// </summary>
internal static class ConcernScores
{
    /// <summary>Alarms alone, as before there were quiet questions.</summary>
    public static JsonObject OfAlarms(string files)
    {
        var (recall, alarms) = (new Score(), new Score());
        foreach (var line in Read(files))
        {
            var reading = Told(line);
            (line.IsConcern ? recall : alarms).Add(reading.Level == ConcernLevel.Alarm);
        }

        return new() { ["recall"] = Rounded(recall), ["false_alarm_rate"] = Rounded(alarms) };
    }

    /// <param name="files">Files of labelled lines, parted by commas.</param>
    /// <param name="ordinary">Files whose lines are all harmless, if any.</param>
    public static JsonObject Of(string files, string? ordinary)
    {
        var (caught, alarmed, kind, falseAlarms, watched) = (
            new Score(),
            new Score(),
            new Score(),
            new Score(),
            new Score()
        );
        foreach (var line in Read(files))
        {
            var reading = Told(line);
            if (line.IsConcern)
            {
                caught.Add(reading.Level != ConcernLevel.None);
                alarmed.Add(reading.Level == ConcernLevel.Alarm);
                kind.Add(reading.Kind == line.Kind);
            }
            else
            {
                falseAlarms.Add(reading.Level == ConcernLevel.Alarm);
                watched.Add(reading.Level == ConcernLevel.Quiet);
            }
        }

        var json = new JsonObject
        {
            ["recall"] = Rounded(caught),
            ["alarm_recall"] = Rounded(alarmed),
            ["false_alarm_rate"] = Rounded(falseAlarms),
            ["watch_rate"] = Rounded(watched),
            ["exact_kind"] = Rounded(kind),
        };
        if (ordinary is not null)
        {
            var (alarms, asked) = (new Score(), new Score());
            foreach (var line in Read(ordinary))
            {
                var reading = Told(line with { Concern = null });
                alarms.Add(reading.Level == ConcernLevel.Alarm);
                asked.Add(reading.Level == ConcernLevel.Quiet);
            }

            json["ordinary_alarm_rate"] = Rounded(alarms);
            json["ordinary_watch_rate"] = Rounded(asked);
        }

        return json;
    }

    private static IEnumerable<SafetyLine> Read(string files) =>
        files.Split(',').SelectMany(LinesJson.Read<SafetyLine>);

    /// <summary>Reads a line and prints it where it is not read as it should be.</summary>
    private static ConcernReading Told(SafetyLine line)
    {
        var reading = ConcernReader.Read(line.Text, language: null);
        if (reading.Kind != line.Kind || (line.IsConcern && reading.Level == ConcernLevel.Quiet))
            Console.WriteLine($"{line.Id} [{line.Lang}] {reading.Level} {reading.Kind} for {line.Kind} | {line.Text}");
        return reading;
    }

    private static double Rounded(Score score) => Math.Round(score.Accuracy, 4);
}
