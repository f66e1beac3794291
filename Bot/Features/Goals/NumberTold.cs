using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Packs;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>
/// What a number that was read says of this goal, by what is known of it: nothing, work, a setback, a total or what
/// comes on top. The reader of reports knows the sentence; the goal's own plan, unit and history are known here.
/// </summary>
internal static partial class NumberTold
{
    public static Report Of(Goal goal, Heard heard, Report report)
    {
        var text = heard.Text;
        if (report is Report.Effort or Report.None && Total(goal, text) is { } total)
            return new Report.Value(total, report.On);
        if (Told(report) is not { } told)
            return report is Report.Done && (NoReport.IsOfOthers(text) || NoReport.Is(text)) ? None(report) : report;
        return NoReport.IsOfOthers(text) || NoReport.Is(text) ? None(report)
            : IsTimeSpent(goal, text, told) ? new Report.Effort(report.On)
            : report is Report.Value && AddsMoney(goal, text, told) ? new Report.Change(told, report.On)
            : (report is Report.Change && told > 0 && Happened(goal, text))
            || (report is Report.Value && IsOfOneDay(goal, text))
            || IsSpoilt(goal, text, told)
                ? new Report.Setback(report.On)
            : report is Report.Change && (IsPerOccasion(goal) || Stands().IsMatch(text))
                ? new Report.Value(told, report.On)
            : report;

        Report.None None(Report one) => new(one.On) { IsOfOthers = NoReport.IsOfOthers(text) };
    }

    private static double? Told(Report report) =>
        report switch
        {
            Report.Value value => value.Number,
            Report.Change change => change.Delta,
            Report.Ask ask => ask.Number,
            _ => null,
        };

    /// <summary>"I practice my voice 20 minutes": time spent, where the goal counts something else.</summary>
    private static bool IsTimeSpent(Goal goal, string text, double told) =>
        !OfTime().IsMatch($"{goal.Measure.Unit} {GoalMatching.Aim(goal)}")
        && SpentTime().Match(text) is { Success: true } spent
        && double.TryParse(spent.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var time)
        // Hours are told as minutes where a goal has no unit of its own.
        && (told == time || told == time * MinutesOfHour);

    private const double MinutesOfHour = 60;

    [GeneratedRegex(
        @"\b(?:sec\w*|seg\w*|min\w*|hours?|hrs?|horas?|mile|milla)\b|/hour|\d:\d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfTime();

    [GeneratedRegex(
        @"\b(?:studied|practiced?|practicing|worked|trained|read|did|estudi[eé]|practiqu[eé]|le[ií]|trabaj[eé])\b"
            + @"[^.!?\d]*(?<n>\d+(?:\.\d+)?) ?(?:min|mins|minutes?|minute|hrs?|hours?|minutos?|horas?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SpentTime();

    /// <summary>"Put in 40 today": money that comes on top, where less than is there is told.</summary>
    private static bool AddsMoney(Goal goal, string text, double sum) =>
        goal is { Measure.LowerIsBetter: false, Current: { } now }
        && sum < now
        && PutIn().IsMatch(text)
        && OfMoney().IsMatch($"{goal.Sentence} {goal.Measure.Unit} {goal.Measure.Words}");

    [GeneratedRegex(
        @"\b(?:put in|put away|added|deposited|earned|saved (?:another|up another)|made|met[ií]|ahorr[eé] otros?"
            + @"|gan[eé])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PutIn();

    [GeneratedRegex(
        @"\$|\b(?:sav(?:e|ing)\w*|money|dollars?|bucks|cash|ahorr\w+|dinero|pesos)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfMoney();

    /// <summary>
    /// "Llegué tarde otra vez": what is to become rarer happened, and nobody has begun to count yet.
    /// </summary>
    private static bool Happened(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: true, Baseline: not null, Unit: { } unit }
        && Units.IsHappening(unit)
        && !Units.IsFrequency(unit)
        && goal.Progress.All(entry => entry.Value is null)
        && !text.Any(char.IsAsciiDigit)
        && AgainToday().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:again|otra ve[sz]|de nuevo|volv[ií])\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AgainToday();

    /// <summary>"I wrecked two again": a number of what went wrong is none of what is to grow.</summary>
    private static bool IsSpoilt(Goal goal, string text, double told) =>
        !goal.Measure.LowerIsBetter
        && SpoiltSo().Match(text) is { Success: true } spoilt
        && AnswerReader.ReadBaseline(spoilt.Groups["n"].Value, LanguagePacks.Default.Language)?.Value == told;

    [GeneratedRegex(
        @"\b(?:wrecked|broke|ruined|smashed|failed|lost|forgot|skipped|romp[ií]|perd[ií]|olvid[eé]) (?:like |about "
            + @"|como )?"
            + @"(?<n>\d+|one|two|three|four|five|six|un[ao]?|dos|tres|cuatro|cinco)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SpoiltSo();

    /// <summary>"She let me sit at her table, thats one person": how many there are by now.</summary>
    private static double? Total(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: false, Target: { } target, Unit: { } unit }
        && Units.IsCounted(unit)
        && ThatMakes().Match(text) is { Success: true } makes
        && AnswerReader.ReadBaseline(makes.Groups["n"].Value, LanguagePacks.Default.Language) is { } number
        && number.Value > (goal.Current ?? 0)
        && number.Value <= target
            ? number.Value
            : null;

    [GeneratedRegex(
        @"\b(?:that'?s|thats|that makes|makes it|so now) (?<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
            + @"(?: \p{L}+)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ThatMakes();

    /// <summary>"Its SIX. not 7": where it stands, whatever was counted before.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no+|wait|but|so|ok)[\s,.!]+)*(?:its|it'?s|it is|i'?m at|im at|i am at|voy en|llevo)"
            + @" (?:only |just |at |like |still |now )*[\p{L}\d.]+(?: now)?\W*(?:not \S+\W*)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Stands();

    [GeneratedRegex(
        @"\b(?:this|per|a|all) week\b|\b(?:esta|por|a la) semana\b|\bso far\b|\bin all\b|\ben total\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfWeek();

    /// <summary>"Got sent out again today. two times": a day's number is not the week's, and good it is not.</summary>
    private static bool IsOfOneDay(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: true, Unit: { } unit }
        && Units.IsFrequency(unit)
        && AgainToday().IsMatch(text)
        && SaysHowMany().IsMatch(text)
        && !OfWeek().IsMatch(text);

    [GeneratedRegex(
        @"\d|\b(?:twice|two|three|four|five|dos|tres|cuatro|cinco)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SaysHowMany();

    /// <summary>"4 times each circle": each time is counted from zero.</summary>
    private static bool IsPerOccasion(Goal goal) =>
        goal.Measure is { LowerIsBetter: false, Unit: { } unit }
        && !Units.IsFrequency(unit)
        && EachOccasion().Match($"{GoalMatching.Aim(goal)} {goal.Measure.Words}") is { Success: true } each
        && !TimesOfCalendar.Contains(each.Groups["what"].Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\d+ (?:\p{L}+ ){0,2}(?:each|every|per|in (?:a|one|each|every)|cada|por|en cada) (?<what>\p{L}+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex EachOccasion();

    private static readonly string[] TimesOfCalendar =
    [
        "day",
        "night",
        "morning",
        "week",
        "month",
        "year",
        "minute",
        "hour",
        "dia",
        "día",
        "noche",
        "semana",
        "mes",
        "minuto",
        "hora",
        "single",
        "other",
        "ciento",
    ];
}
