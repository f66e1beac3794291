using System.Globalization;
using Milestones.Language.Concerns;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Opinions;

/// <summary>
/// Takes of a second reader's answer what can be checked: numbers stand in the text, days are read from quoted words by
/// our own reader, quotes are quotes, and everything else is a word of a list. What cannot be checked is dropped, each
/// part for itself.
/// </summary>
internal static class OpinionCheck
{
    /// <summary>Longer than any name of a list.</summary>
    private const int LongestName = 32;

    /// <summary>A quoted plan or reason has at least so many letters.</summary>
    private const int ShortestQuote = 3;

    public static Opinion Of(OpinionAnswer answer, OpinionAsked asked)
    {
        var numbers = Numbers(asked);
        var fits = asked.Place.IsAsked() ? answer.Fits : null;
        var (target, baseline) = (Stands(answer.Target, numbers), Stands(answer.Baseline, numbers));
        if (target is not null && target == baseline)
        {
            (target, baseline) = (null, null);
        }

        var report = asked.Goal is null ? null : OneOf<ReportKind>(answer.Report);
        var opinion = new Opinion(asked.Place)
        {
            Wanted =
                OneOf<Intent>(answer.Intent) is { } intent && WantedReader.IsPossible(intent, asked.Place)
                    ? intent
                    : null,
            Fits = fits,
            Why = fits == false ? OneOf<Misfit>(answer.Misfit) : null,
            Target = target,
            Baseline = baseline,
            Unit = target is null && baseline is null ? null : UnitOf(answer.Unit, asked),
            DayWords = DayWords(answer, asked),
            PlanWords = Quoted(answer.PlanWords, asked, ShortestQuote),
            ReasonWords = Quoted(answer.ReasonWords, asked, ShortestQuote),
            Report = report,
            Number = report is null ? null : Stands(answer.Number, numbers),
            Goal = asked.Goal,
            Concern = OneOf<Concern>(answer.Concern) ?? Concern.None,
        };
        return opinion with
        {
            Corrects = OneOf<GoalPart>(answer.Corrects) is { } part && Has(opinion, part) ? part : null,
        };
    }

    /// <summary>A name of the list, as <c>delete_goal</c>; a number or two names are none.</summary>
    private static T? OneOf<T>(string? name)
        where T : struct, Enum =>
        name is { Length: > 0 and <= LongestName }
        && name.All(c => char.IsAsciiLetter(c) || c == '_')
        && Enum.TryParse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var one)
            ? one
            : null;

    private static bool Has(Opinion opinion, GoalPart part) =>
        part switch
        {
            GoalPart.Target => opinion.Target is not null,
            GoalPart.Baseline => opinion.Baseline is not null,
            GoalPart.Deadline => opinion.DayWords is not null,
            GoalPart.Plan => opinion.PlanWords is not null,
            GoalPart.Reason => opinion.ReasonWords is not null,
            _ => false,
        };

    /// <summary>Every number the text says, in digits or in words.</summary>
    private static List<double> Numbers(OpinionAsked asked) =>
        [
            .. ReportLine
                .Of(asked.Sent, asked.Language)
                .Figures.Where(figure => figure is { IsArticle: false, Kind: not FigureKind.Letter })
                .Select(figure => figure.Value),
        ];

    private static double? Stands(double? number, List<double> numbers) =>
        number is { } one && numbers.Exists(other => Math.Abs(other - one) < 1e-9) ? one : null;

    /// <summary>A unit in one word that stands in the text, by the name our own readers have for it.</summary>
    private static string? UnitOf(string? unit, OpinionAsked asked) =>
        unit is { Length: > 0 and <= LongestName }
        && unit.All(char.IsLetter)
        && (
            Words(asked.Sent).Contains(unit, StringComparer.OrdinalIgnoreCase)
            || (unit == "percent" && asked.Sent.Contains('%', StringComparison.Ordinal))
        )
            ? AnswerReader.ReadMeasure($"10 {unit}", asked.Language)?.Quantity?.Unit
            : null;

    private static string[] Words(string text) =>
        text.Split([' ', ',', '.', '!', '?', ';', ':', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Our own reader finds one day in the quoted words, and where a day is given beside, it is that one.
    /// </summary>
    private static string? DayWords(OpinionAnswer answer, OpinionAsked asked) =>
        Quoted(answer.DayWords, asked, shortest: 1) is { } words
        && DateReader.Read(words, asked.Today, asked.Language) is { } day
        && day > asked.Today
        && (answer.Day is null || answer.Day == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            ? words
            : null;

    /// <summary>The words as they were typed, where they stand whole in what was sent.</summary>
    private static string? Quoted(string? quote, OpinionAsked asked, int shortest)
    {
        var words = quote?.Trim(' ', '"', '.', ',', ';', '!', '?', '\n');
        if (words is null || words.Length < shortest || !words.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        var text = asked.Sent;
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return
            at >= 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]))
            ? asked.Text.Substring(at, words.Length)
            : null;
    }
}
