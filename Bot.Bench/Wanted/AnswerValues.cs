using System.Globalization;
using System.Text.Json;
using Milestones.Channel.Teams;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Bench.Wanted;

/// <summary>The values that the readers find in an answer to a question, as the labelled lines name them.</summary>
internal sealed record AnswerValues(
    double? Target,
    double? Baseline,
    string? Unit,
    DateOnly? Deadline,
    int? Confidence,
    bool NeedsCalendar
)
{
    public static AnswerValues Of(AnswerLine line)
    {
        var language = AnswerFitting.LanguageOf(line.Lang);
        var goal = GoalReader.Read(line.Text, line.Today, language);
        var measure = line.Place is Place.AskedMeasure or Place.AskedWhat
            ? AnswerReader.ReadMeasure(line.Text, language)?.Quantity
            : null;
        var target = measure ?? goal.Target;
        var baseline =
            line.Place == Place.AskedBaseline ? AnswerReader.ReadBaseline(line.Text, language) : goal.Baseline;
        var deadline = DateReader.Read(line.Text, line.Today, language);
        var confidence =
            line.Place == Place.AskedConfidence ? AnswerReader.ReadScale(line.Text, 1, 10, language) : null;
        return new AnswerValues(
            target?.Value,
            baseline?.Value,
            (line.Place == Place.AskedBaseline ? baseline : target)?.Unit,
            deadline,
            confidence,
            deadline is null && goal.TimeBound is not null
        );
    }

    /// <summary>Whether a key of a labelled line has the value expected; null must stay empty.</summary>
    public bool Has(string key, JsonElement expected) =>
        key switch
        {
            "target" => Same(Target, expected),
            "baseline" => Same(Baseline, expected),
            "confidence" => Same(Confidence, expected),
            "unit" => Unit == expected.GetString(),
            "deadline" => Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == expected.GetString(),
            "needs_calendar" => NeedsCalendar == expected.GetBoolean(),
            _ => throw new FormatException($"{key} is no key of an answer."),
        };

    private static bool Same(double? found, JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Null
            ? found is null
            : found is { } number && Math.Abs(number - expected.GetDouble()) < 1e-6;
}
