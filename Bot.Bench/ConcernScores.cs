using System.Text.Json.Nodes;
using Milestones.Bench.Wanted;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;

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
            var reading = Told(line, null);
            (line.IsConcern ? recall : alarms).Add(reading.Level == ConcernLevel.Alarm);
        }

        return new() { ["recall"] = Rounded(recall), ["false_alarm_rate"] = Rounded(alarms) };
    }

    /// <param name="files">Files of labelled lines, parted by commas.</param>
    /// <param name="ordinary">Files whose lines are all harmless, if any.</param>
    /// <param name="second">A language model beside the rules; null for the rules alone.</param>
    public static async Task<JsonObject> OfAsync(string files, string? ordinary, DateOnly today, SecondReading? second)
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
            var reading = Told(line, await OpinionAsync(line, today, second));
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
                var reading = Told(line with { Concern = null }, await OpinionAsync(line, today, second));
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

    /// <summary>As typed with nothing open.</summary>
    private static async Task<Opinion?> OpinionAsync(SafetyLine line, DateOnly today, SecondReading? second) =>
        second is null
            ? null
            : await second.OfAsync(
                line.Text,
                Place.NothingOpen,
                "",
                AnswerFitting.LanguageOf(line.Lang ?? "en"),
                today
            );

    /// <summary>Reads a line and prints it where it is not read as it should be.</summary>
    private static ConcernReading Told(SafetyLine line, Opinion? opinion)
    {
        var reading = Sharper.Concern(ConcernReader.Read(line.Text, language: null), opinion);
        if (reading.Kind != line.Kind || (line.IsConcern && reading.Level == ConcernLevel.Quiet))
            Console.WriteLine($"{line.Id} [{line.Lang}] {reading.Level} {reading.Kind} for {line.Kind} | {line.Text}");
        return reading;
    }

    private static double Rounded(Score score) => Math.Round(score.Accuracy, 4);
}
