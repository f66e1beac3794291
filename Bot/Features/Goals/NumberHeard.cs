using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>
/// What the fitted reader of parts says of a report: whether a number in it is this goal's, a total or on top, and
/// whether a line without one tells of a setback, of work or of nothing. It is heard where it is sure.
/// </summary>
internal static partial class NumberHeard
{
    /// <summary>From this share on a reading outweighs the rules'.</summary>
    private const float Sure = 0.6f;

    /// <summary>
    /// From this share on, its own and its part's, a number that the rules would log is none of the goal's.
    /// </summary>
    private const float SureOfNone = 0.75f;

    /// <summary>
    /// More is needed where the rules, which know the goal's own plan and unit, find no number of its.
    /// </summary>
    private const float SureAlone = 0.8f;

    /// <summary>More still where they read that something went wrong.</summary>
    private const float Certain = 0.85f;

    private const string Money = "dollars";

    /// <summary>How far beyond the goal's own way a number still is on it.</summary>
    private const double Beyond = 1.5;

    public static Report Of(Goal goal, Heard heard, Report report)
    {
        if (goal.Measure.Target is null)
            return KindHeard.OfWhole(heard.Parts(SettingOf.Goal(goal)), report);
        if (report is Report.Done)
            return report;
        // "Got sent out again today. two times": a day's number is not the week's.
        if (report is Report.Setback && IsOfDays(goal))
            return report;
        var said = heard.Parts(SettingOf.Goal(goal));
        // What is plainly said of others, of a plan or a sum stays none, unless it is as plainly news with a number.
        if (
            report is Report.None none
            && (!TellsPlainly(said) || NoReport.IsOfStep(heard.Text))
            && (
                none.IsOfOthers
                || GoalMatching.TellsOfPlan(goal, heard.Text)
                || NoReport.IsOfOthers(heard.Text)
                || NoReport.Is(heard.Text)
            )
        )
        {
            return report;
        }

        if (GoalMatching.TellsOfPlan(goal, heard.Text) && !TellsPlainly(said))
            return report;
        // "Got any jokes" is no zero.
        if (Wishes(said) || (said.Numbers.Count == 0 && KindHeard.IsOfElse(said)))
            return new Report.None(report.On);
        return Doubted(InAll(Weighed(goal, report, said), goal, heard.Text), goal, said);
    }

    /// <summary>
    /// What would lead past the goal on top of what there is, and is on the way to it by itself, is all there is: "i
    /// killed it 29" at 22 of 36. Not where more is said.
    /// </summary>
    private static Report InAll(Report report, Goal goal, string text) =>
        report is Report.Change { Delta: > 0 } change
        && goal is { Measure: { LowerIsBetter: false, Target: { } target }, Current: > 0 and { } now }
        && change.Delta > now
        && change.Delta <= target
        && now + change.Delta > target
        && !More().IsMatch(text)
            ? new Report.Value(change.Delta, report.On)
            : report;

    [GeneratedRegex(
        @"\b(?:more|another|extra|added|on top|m[aá]s|otr[oa]s?|adem[aá]s)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex More();

    /// <summary>Whether a number, told where it was asked for, is rather all there is than what came on top.</summary>
    public static bool IsTotal(double number, Goal goal, Heard heard) =>
        heard
            .Parts(SettingOf.Goal(goal, PartPlace.AskNumber))
            .Numbers.Any(one =>
                Math.Abs(one.Value - number) < Alike && one is { Role: NumberRole.Now, Share: >= Rather }
            );

    private static Report Weighed(Goal goal, Report report, PartReading said) =>
        Sum(goal, report, said) is { } sum ? sum
        : Told(report) is { } told
            ? said.Numbers.Count == 0
                ? InWords(goal, said, report)
                : said.Numbers.FirstOrDefault(one => Math.Abs(one.Value - told) < Alike) is { } number
                    ? As(number, goal, said, report)
                    : IsWorkedOut(goal, told, said)
                        ? report
                        : Value(goal, said, report)
                            ?? (
                                IsOfElse(said) && !CountsTime(goal)
                                    ? KindHeard.Of(said, new Report.None(report.On))
                                    : report
                            )
            : said.Numbers.Count > 0
            // "Ines threw six and i wrecked two": of two numbers of a setback neither is surely where it stands, but
            // where the first is and no other could be.
            && !(report is Report.Setback && said.Numbers.Count > 1 && !IsFirstAlone(said.Numbers))
            && Value(goal, said, report, report is Report.Setback ? Certain : SureAlone) is { } value
                ? value
                : KindHeard.Of(said, report);

    /// <summary>"$64 sat, $38 sun": all that came on top, told one by one. Null for fewer than two of them.</summary>
    private static Report.Change? Sum(Goal goal, Report report, PartReading said) =>
        AddsUp(goal)
        && said.Numbers.Where(number => IsTold(number.Role) && number.Share >= Sure).ToList() is { Count: > 1 } told
        && told.TrueForAll(number =>
            number is { Role: NumberRole.Add, Share: >= SureAlone } && Tells(said.Parts[number.Part].Act)
        )
            ? new(told.Sum(number => number.Value), report.On)
            : null;

    /// <summary>"Got 2 today, it was 95 degrees": what follows surely counts something else.</summary>
    private static bool IsFirstAlone(IReadOnlyList<SaidNumber> numbers) =>
        IsTold(numbers[0].Role) && numbers.Skip(1).All(number => !IsTold(number.Role) && number.Share >= SureAlone);

    /// <summary>
    /// A number that is rather something else is asked about before it is logged: "Tre hit 185 today". A word such as
    /// "another" counts only where the line rather tells of news.
    /// </summary>
    private static Report Doubted(Report report, Goal goal, PartReading said)
    {
        if (report is not (Report.Value or Report.Change) || Told(report) is not { } told || said.Parts.Count == 0)
            return report;
        var number = said.Numbers.LastOrDefault(one => Math.Abs(one.Value - told) < Alike);
        if (number is null)
        {
            return said.Numbers.Count == 0 && said.Parts.All(part => !Tells(part.Act) && part.Share >= Rather)
                ? KindHeard.Of(said, new Report.None(report.On))
                : report;
        }

        var part = said.Parts[number.Part];
        // "12 of 20", where 20 is the goal's own total, is a score of its.
        if (
            OutOf.TotalOf(goal.Measure.Unit) is { } total
            && said.Numbers.Any(one => one.Value == total && one != number)
        )
        {
            return report;
        }

        // "7:43 in a 500": times are written as times.
        if (
            goal.Measure.Unit == "seconds"
            && number.Look != Look.Clock
            && said.Numbers.LastOrDefault(one => one is { Look: Look.Clock, Role: NumberRole.Now }) is { } time
        )
        {
            return new Report.Value(time.Value, report.On);
        }

        if (number.Role is NumberRole.Other && number.Share >= SureAlone && !Tells(part.Act))
            return KindHeard.Of(said, new Report.None(report.On));
        return (!IsTold(number.Role) && number.Share >= Rather) || (!Tells(part.Act) && part.Share >= Rather)
            ? new Report.Ask(Doubt.OtherScore, told, report.On)
            : report;
    }

    /// <summary>From this share on a reading is likelier than all others together.</summary>
    private const float Rather = 0.5f;

    private const double Alike = 1e-6;

    /// <summary>"Picked up an extra shift": one, and none that is counted.</summary>
    private static Report InWords(Goal goal, PartReading said, Report report) =>
        report is Report.Change
        && goal.Measure.Unit == Money
        && !said.Parts.Any(part => Tells(part.Act) && part.Share >= Sure)
            ? KindHeard.Of(said, new Report.None(report.On))
            : report;

    /// <summary>
    /// The rules made the number of those in the line: "two hours" are 120 minutes, "7 de 10" are 70 percent, "went
    /// down 3 points" from 66 is 63.
    /// </summary>
    private static bool IsWorkedOut(Goal goal, double told, PartReading said)
    {
        foreach (var number in said.Numbers)
        {
            if (
                Is(number.Value * Sixty)
                || Is(number.Value / Sixty)
                || (goal.Current is { } now && (Is(now + number.Value) || Is(now - number.Value)))
                || (
                    OutOf.TotalOf(goal.Measure.Unit) is null
                    && said.Numbers.Any(total => total.Value > 0 && Is(number.Value / total.Value * Whole))
                )
            )
            {
                return true;
            }
        }

        return false;

        bool Is(double worked) => Math.Abs(worked - told) < Rounded;
    }

    private const double Sixty = 60;
    private const double Whole = 100;

    /// <summary>Shares of a whole are told without their digits.</summary>
    private const double Rounded = 0.51;

    /// <summary>Counts in a week what is to become rarer.</summary>
    private static bool IsOfDays(Goal goal) =>
        goal.Measure is { LowerIsBetter: true, Unit: { } often } && Units.IsFrequency(often);

    /// <summary>One goal more is wished for: its numbers are its own.</summary>
    private static bool Wishes(PartReading said) =>
        said.Parts.Any(part => part.Act is PartAct.NewGoal or PartAct.Wish && part.Share >= Sure)
        && !said.Parts.Any(part =>
            part.Act is PartAct.Gain or PartAct.Setback or PartAct.Done or PartAct.Same && part.Share >= Sure
        );

    /// <summary>None of the numbers is of this goal.</summary>
    private static bool IsOfElse(PartReading said) =>
        said.Numbers.Count > 0
        && said.Numbers.All(number =>
            number.Share >= Sure && number.Role is not (NumberRole.Now or NumberRole.Add or NumberRole.Less)
        );

    private static double? Told(Report report) =>
        report switch
        {
            Report.Value value => value.Number,
            Report.Change change => Math.Abs(change.Delta),
            Report.Ask ask => ask.Number,
            _ => null,
        };

    /// <summary>The report again, its number taken for what it surely is.</summary>
    private static Report As(SaidNumber number, Goal goal, PartReading said, Report report) =>
        number.Share < Sure || report is Report.Ask { Why: Doubt.OutOfWhat }
            ? report
            : number.Role switch
            {
                NumberRole.Now when report is not Report.Value && IsOnScale(goal, number) => new Report.Value(
                    number.Value,
                    report.On
                ),
                NumberRole.Add when report is not Report.Change && AddsUp(goal) => new Report.Change(
                    number.Value,
                    report.On
                ),
                NumberRole.Less
                    when report is not Report.Change { Delta: < 0 } && goal.Measure.Unit != "letter_grade" =>
                    new Report.Change(-number.Value, report.On),
                NumberRole.Add or NumberRole.Less when Value(goal, said, report) is Report.Value stands => stands,
                NumberRole.Now or NumberRole.Add or NumberRole.Less => report,
                NumberRole.Work when CountsTime(goal) => report,
                _ when Math.Min(number.Share, said.Parts[number.Part].Share) < SureOfNone => report,
                NumberRole.Work => Value(goal, said, report) ?? new Report.Effort(report.On),
                _ => Value(goal, said, report) ?? KindHeard.Of(said, new Report.None(report.On)),
            };

    /// <summary>The one number that surely tells where it stands or what comes on top.</summary>
    private static Report? Value(Goal goal, PartReading said, Report report, float sure = Sure)
    {
        SaidNumber? found = null;
        foreach (var number in said.Numbers)
        {
            // "Its 101. 115 minus 14": where it stands outweighs what came on top.
            if (found is { Role: NumberRole.Now } && number.Role != NumberRole.Now)
                continue;
            if (
                number.Share < sure
                || number.Role is not (NumberRole.Now or NumberRole.Add or NumberRole.Less)
                || !Tells(said.Parts[number.Part].Act)
            )
            {
                continue;
            }

            // Of two that are alike sure, the last: "58, no 60".
            if (found is null || number.Share >= found.Share - Alike || found.Role != number.Role)
                found = number;
        }

        return found switch
        {
            { Role: NumberRole.Now } now when IsOnScale(goal, now) => new Report.Value(now.Value, report.On),
            { Role: NumberRole.Add } more when AddsUp(goal) || IsOneMore(more, goal, said) => new Report.Change(
                more.Value,
                report.On
            ),
            { Role: NumberRole.Less } less when goal.Measure.Unit != "letter_grade" => new Report.Change(
                -less.Value,
                report.On
            ),
            _ => null,
        };
    }

    /// <summary>News, and a number that is where it stands or came on top: both as sure as can be.</summary>
    private static bool TellsPlainly(PartReading said) =>
        said.Numbers.Any(number =>
            number is { Role: NumberRole.Now or NumberRole.Add or NumberRole.Less, Share: >= Plainly }
            && said.Parts[number.Part] is { Share: >= Plainly } part
            && PartFamilies.Of(part.Act) == PartFamily.News
        );

    private const float Plainly = 0.9f;

    private static bool IsTold(NumberRole role) => role is NumberRole.Now or NumberRole.Add or NumberRole.Less;

    private static bool Tells(PartAct act) =>
        act
            is PartAct.Gain
                or PartAct.Setback
                or PartAct.Same
                or PartAct.Done
                or PartAct.Fix
                or PartAct.Measure
                or PartAct.Effort;

    /// <summary>"I studied 20 minutes" is the number itself, where minutes of study are counted.</summary>
    private static bool CountsTime(Goal goal) =>
        goal.Measure.Unit is { } unit && UnitNames.Normal(unit).Split('/')[0] is "minutes" or "hours";

    private static bool AddsUp(Goal goal) =>
        !goal.Measure.LowerIsBetter
        && goal.Measure.Unit is not ("letter_grade" or "percent" or "gpa" or "seconds")
        && !IsOfOccasion(goal);

    /// <summary>"Got 2 more slips": what is to become fewer grew, where it is no count of a week.</summary>
    private static bool IsOneMore(SaidNumber more, Goal goal, PartReading said) =>
        said.Parts[more.Part].Act == PartAct.Setback
        && goal.Measure is { LowerIsBetter: true, Unit: { } unit }
        && Units.IsCounted(unit)
        && !Units.IsFrequency(unit);

    /// <summary>"4 times each circle" is counted anew each time.</summary>
    private static bool IsOfOccasion(Goal goal) =>
        goal.Measure.Words is { } words
        && Each().Match(words) is { Success: true } each
        && !Spans.Contains(each.Groups["what"].Value);

    private static readonly FrozenSet<string> Spans = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "day",
        "week",
        "month",
        "night",
        "día",
        "dia",
        "semana",
        "mes",
        "noche"
    );

    [GeneratedRegex(
        @"\b(?:each|every|per|cada|por) (?<what>\p{L}+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Each();

    /// <summary>Written as the goal's numbers are, and not far beyond its way.</summary>
    private static bool IsOnScale(Goal goal, SaidNumber number)
    {
        var letters = goal.Measure.Unit == "letter_grade";
        if (letters != (number.Look == Look.Letter) || goal.Measure.Target is not { } target)
            return false;
        var from = goal.Measure.Baseline ?? goal.Current ?? 0;
        var now = goal.Current ?? from;
        var way = Math.Max(Math.Abs(target - from), Math.Abs(target - now));
        return Math.Abs(number.Value - now) <= Beyond * way + 1;
    }
}
