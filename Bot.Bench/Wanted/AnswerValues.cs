using System.Globalization;
using System.Text.Json;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

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
        var asked = line.Place switch
        {
            Place.AskedBaseline => NumbersAsked.Baseline,
            Place.AskedMeasure or Place.AskedWhat => NumbersAsked.Target,
            _ => NumbersAsked.Other,
        };
        var stated =
            line.Place == Place.AskedConfidence
                ? new StatedNumbers(null, null, false)
                : StatedNumbersReader.Read(line.Text, asked, line.Goal, language);
        var date = DateReader.Find(line.Text, line.Today, language);
        var unit = stated.Target?.Unit ?? stated.Baseline?.Unit;
        return new AnswerValues(
            stated.Target?.Value,
            stated.Baseline?.Value,
            unit,
            line.Place == Place.AskedConfidence ? null : date.Day,
            line.Place == Place.AskedConfidence ? ScaleReader.Read(line.Text, 1, 10, language) : null,
            date.Finding == DateFinding.School
        );
    }

    /// <summary>What was not found, as a second reader has it.</summary>
    public AnswerValues With(Opinion? opinion, AnswerLine line) =>
        opinion is null || line.Place == Place.AskedConfidence
            ? this
            : this with
            {
                Target = Target ?? opinion.Target,
                Baseline = Baseline ?? opinion.Baseline,
                Unit = Unit ?? opinion.Unit,
                Deadline =
                    Deadline is null && !NeedsCalendar && opinion.DayWords is { } words
                        ? DateReader.Read(words, line.Today, AnswerFitting.LanguageOf(line.Lang))
                        : Deadline,
            };

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
