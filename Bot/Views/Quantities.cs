using System.Globalization;
using Milestones.Language.Reports;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>Numbers with what they count, as people write them.</summary>
internal static class Quantities
{
    private static readonly (double Points, string Letter)[] Letters =
    [
        (4.3, "A+"),
        (4, "A"),
        (3.7, "A-"),
        (3.3, "B+"),
        (3, "B"),
        (2.7, "B-"),
        (2.3, "C+"),
        (2, "C"),
        (1.7, "C-"),
        (1.3, "D+"),
        (1, "D"),
        (0.7, "D-"),
        (0, "F"),
    ];

    /// <summary>The text of a value, empty for none: <c>80%</c>, <c>B+</c>, <c>20 books</c>, <c>1 book</c>.</summary>
    public static string Say(double? value, string? unit, Voice voice) =>
        value switch
        {
            null => string.Empty,
            { } number when unit == "letter_grade" => Letters.MinBy(grade => Math.Abs(grade.Points - number)).Letter,
            { } number when OutOf.TotalOf(unit) is { } total => voice.Say(
                "Unit.OutOf",
                ("value", voice.Number(number)),
                ("total", voice.Number(total))
            ),
            { } number when unit == "percent" => voice.Say("Unit.Percent", ("value", voice.Number(number))),
            { } number when IsClock(number, unit) => Clock(number),
            { } number when unit?.StartsWith("minutes", StringComparison.Ordinal) == true && number >= ManyMinutes =>
                Say(Math.Round(number / 60, 1), "hours" + unit["minutes".Length..], voice),
            { } number when unit == "dollars" => voice.Say("Unit.Dollars", ("value", voice.Number(number))),
            { } number => Name(unit, one: number == 1, voice) is { Length: > 0 } name
                ? $"{voice.Number(number)} {name}"
                : voice.Number(number),
        };

    /// <summary>
    /// How much is left of a value: as <see cref="Say"/> where the number alone would not tell what it is, else bare.
    /// </summary>
    public static string SayLeft(double value, string? unit, Voice voice) =>
        unit == "seconds" ? Clock(value)
        : unit?.Split('/')[0] is { } thing && thing is "dollars" or "minutes" or "hours" ? Say(value, thing, voice)
        : voice.Number(value);

    /// <summary>Nobody studies 840 minutes a week: from here on it is hours.</summary>
    private const double ManyMinutes = 180;

    /// <summary>Nobody runs a mile in 492 seconds: from a minute on, times are 8:12 or 1:02:30.</summary>
    private static bool IsClock(double value, string? unit) => unit == "seconds" && value >= 60;

    private static string Clock(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>What is counted, in the person's language; empty where the number says enough alone.</summary>
    public static string UnitName(string? unit, Voice voice) => Name(unit, one: false, voice);

    private static string Name(string? unit, bool one, Voice voice) =>
        (unit is null || OutOf.TotalOf(unit) is not null ? null : UnitNames.Normal(unit)) switch
        {
            null or "points" or "gpa" or "percent" or "letter_grade" or "dollars" or "score" => string.Empty,
            { } known when known.Split('/') is [var things, var span] => voice.Say(
                "Unit.Per",
                ("things", Thing(things, one, voice)),
                ("span", voice.List($"Span.{span}") is [var name, ..] ? name : span)
            ),
            { } known => Thing(known, one, voice),
        };

    /// <summary>One or several of a thing; a word the resources do not have is shown as the student wrote it.</summary>
    private static string Thing(string name, bool one, Voice voice) =>
        voice.List($"Unit.{name}") is [var single, var several, ..]
            ? one
                ? single
                : several
            : name;
}
