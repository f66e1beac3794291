using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>What a sentence reports of one goal.</summary>
/// <param name="Named">How many words of the sentence are this goal's and not every goal's.</param>
internal sealed record GoalReport(Goal Goal, Report Report, int Named);

/// <summary>Which goal words are about: by what they report of each, and by the words both use.</summary>
internal static partial class GoalMatching
{
    /// <summary>So many letters of two words are the same word in another form.</summary>
    private const int Stem = 4;

    /// <summary>One word of the goal's own outweighs what the numbers fit.</summary>
    private const int WordWeight = 4;

    private static readonly string[] SaidOfAnything =
    [
        "goal",
        "week",
        "with",
        "this",
        "that",
        "from",
        "have",
        "more",
        "want",
        "than",
        "each",
        "every",
        "day",
        "days",
        "meta",
        "semana",
        "quiero",
        "para",
        "cada",
        "dia",
        "dias",
        "este",
        "esta",
    ];

    /// <summary>
    /// What it reports of the goals it fits best, one when it is clear; empty where it reports of none of them.
    /// </summary>
    public static IReadOnlyList<GoalReport> Fit(Heard heard, IReadOnlyList<Goal> goals)
    {
        var active = goals.Where(goal => goal.IsActive).ToList();
        var reports = active
            .Select(goal => new GoalReport(goal, ReportOf(goal, heard), Named(heard.Text, goal, active)))
            .Where(one => one.Report is not Report.None)
            .ToList();
        return Best(reports, one => Rank(one, heard.Text) + (WordWeight * one.Named));
    }

    /// <summary>The goals whose words stand in the text, one when it is clear; all where none does.</summary>
    public static IReadOnlyList<Goal> ByName(string text, IReadOnlyList<Goal> goals) =>
        Best(goals, goal => Named(text, goal, goals));

    /// <summary>
    /// Whether a word of one of the goals stands in the text that is no word of what is in the making.
    /// </summary>
    public static bool IsNamed(string text, IReadOnlyList<Goal> goals, string draft) =>
        goals.Any(goal => goal.IsActive && Words(text).Any(word => Has(goal.Sentence)(word) && !Has(draft)(word)));

    /// <summary>What words report of a goal, in the goal's own unit.</summary>
    public static Report ReportOf(Goal goal, Heard heard) => NumberHeard.Of(goal, heard, ByRule(goal, heard));

    /// <summary>What the rules alone make of it.</summary>
    public static Report ByRule(Goal goal, Heard heard)
    {
        var report = NumberTold.Of(goal, heard, heard.ReportOn(Of(goal)));
        if (report is Report.Value or Report.Change && IsOfPlan(goal, heard.Text))
            return new Report.Effort(report.On);
        if (report is Report.Effort && ReadOne(goal, heard.Text))
            return new Report.Change(1, report.On);
        if (report is Report.Setback or Report.None or Report.Effort && DidOnce(goal, heard.Text))
            return new Report.Change(1, report.On);
        if (report is Report.Setback or Report.None && KeepsPlan(goal, heard.Text))
            return new Report.Effort(report.On);
        if (report is Report.Value { Number: var minutes } && IsSitting(goal, heard.Text, minutes))
            return new Report.Change(minutes, report.On);
        if (report is Report.Setback or Report.Ask { Number: null } && DidNotHappen(goal, heard.Text))
            return new Report.Effort(report.On);
        if (
            report is Report.Ask { Number: null } or Report.Effort or Report.Setback
            && TellsOfFamily().IsMatch(heard.Text)
        )
        {
            return new Report.None(report.On) { IsOfOthers = true };
        }

        return OutOf.TotalOf(goal.Measure.Unit) is not { } points
            ? report
            : report switch
            {
                // "I was like a 7", where the goal says of how many.
                Report.Ask { Why: Doubt.OutOfWhat, Number: { } of } when of <= points => new Report.Value(
                    of,
                    report.On
                ),
                Report.Value value when IsPoints(value.Number, points, heard) => value,
                Report.Change change when IsPoints(Math.Abs(change.Delta), points, heard) => change,
                Report.Value value => value with { Number = Math.Round(value.Number * points / 100, 2) },
                Report.Change change => change with { Delta = Math.Round(change.Delta * points / 100, 2) },
                _ => report,
            };
    }

    /// <summary>"4!!" of a goal out of 10 is 4 of them: the one number of the line, and no word of percent.</summary>
    private static bool IsPoints(double number, double points, Heard heard) =>
        number <= points
        && !heard.Text.Contains('%', StringComparison.Ordinal)
        && !heard.Text.Contains("percent", StringComparison.OrdinalIgnoreCase)
        && ReportLine.Of(heard.Text, heard.Language).Figures is [{ Kind: FigureKind.Plain } only]
        && only.Value == number;

    /// <summary>"Took my break 3 times" tells of the plan, where the goal counts how often one is sent out.</summary>
    private static bool IsOfPlan(Goal goal, string text) =>
        goal is { Plan: { } plan, Measure: { LowerIsBetter: true, Unit: var unit } }
        && unit is not null
        && UnitNames.Normal(unit).Split('/')[0] is "times" or "days"
        && Aim(goal) is var aim
        && Words(text).Where(word => !HowOften.Contains(word, StringComparer.Ordinal)).ToList() is var words
        && words.Exists(word => Has(plan)(word))
        && !words.Exists(word => Has(aim)(word));

    /// <summary>Words of the plan and a number: how often it was kept, where the goal counts something else.</summary>
    public static bool TellsOfPlan(Goal goal, string text) => IsOfPlan(goal, text);

    /// <summary>"I used the hall thing, asked to leave before i yelled": what was planned was done.</summary>
    private static bool KeepsPlan(Goal goal, string text) =>
        goal.Plan is { } plan
        && DidIt().IsMatch(text)
        && !Denies().IsMatch(text)
        && Words(text).Count(Has(plan)) is var shared
        && shared >= (goal.Measure.LowerIsBetter || WordCount.Of(text) <= FewWords ? 1 : 2);

    /// <summary>"Whatever. went to tutoring": so short that the one word of the plan is what was done.</summary>
    private const int FewWords = 6;

    /// <summary>"I shared my crayon with ava": done once, where such times are counted up.</summary>
    private static bool DidOnce(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: false, Target: not null, Unit: { } unit }
        && UnitNames.Normal(unit).Split('/')[0] is "times"
        && !text.Any(char.IsAsciiDigit)
        && !Denies().IsMatch(text)
        && !Still().IsMatch(text)
        && Did().Match(text) is { Success: true } did
        && Will().Match(Aim(goal)) is { Success: true } will
        && did.Groups["did"].Value is var done
        && !done.Equals(will.Groups["verb"].Value, StringComparison.OrdinalIgnoreCase)
        && Has(will.Groups["verb"].Value)(Folding.Fold(done));

    /// <summary>"I read a book to my brother": one more, where books are counted.</summary>
    private static bool ReadOne(Goal goal, string text) =>
        goal.Measure is { LowerIsBetter: false, Target: not null, Unit: "books" }
        && OneBook().IsMatch(text)
        && !Denies().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:read|red|finished|le[ií]|acab[eé]) (?:a|one|an?other|un|otro) (?:whole |new |entero )?(?:book|buk"
            + @"|story|libro|cuento)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OneBook();

    /// <summary>The verb of the aim: "share" of "I will share 3 times".</summary>
    [GeneratedRegex(
        @"^\W*(?:i (?:will|want to|wanna)|voy a|quiero)\s+(?<verb>\p{L}{4,})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Will();

    /// <summary>The first verb of what is told of oneself: "shared" of "i shared my crayon", "compartí".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:today|yay|hoy|ya|so|and|guess what)[\s,!]+)*"
            + @"(?:(?:i|we) (?:just |already |finally )?(?<did>\p{L}{4,})|(?:yo )?(?<did>\p{L}{3,}[éí]))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Did();

    /// <summary>"I studied 20 minutes this morning": one sitting of a goal that counts the time of a week.</summary>
    private static bool IsSitting(Goal goal, string text, double minutes) =>
        goal.Measure is { LowerIsBetter: false, Unit: { } unit }
        && UnitNames.Normal(unit).Split('/')[0] is "minutes" or "hours"
        && OfAWeek().IsMatch($"{unit} {goal.Sentence}")
        && (goal.Measure.Baseline ?? goal.Current) is { } usual
        && minutes < usual
        && Once().IsMatch(text)
        && !InAll().IsMatch(text);

    [GeneratedRegex(@"/week|\bweek|\bseman", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfAWeek();

    [GeneratedRegex(
        @"\b(?:today|tonight|this (?:morning|afternoon|evening)|last night|yesterday|just (?:did|studied|read"
            + @"|practiced)"
            + @"|before|after|hoy|anoche|ayer|esta (?:ma[ñn]ana|tarde|noche))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Once();

    [GeneratedRegex(
        @"\b(?:total|in all|altogether|so far|up to|now at|this week|a week|per week|en total|llevo|esta semana"
            + @"|por semana)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex InAll();

    [GeneratedRegex(
        @"\b(?:i |we )?(?:used|did|tried|asked|took|went|kept|set|remembered|us[eé]|hice|ped[ií]|prob[eé]|puse)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex DidIt();

    [GeneratedRegex(
        @"\b(?:not?|n't|never|didn'?t|did not|wasn'?t|forgot|but|still|failed|again|ni|nunca|pero|olvid[eé]"
            + @"|otra vez)\b|n't",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denies();

    /// <summary>"That was a GOOD thing, i didnt get sent out": what is to become rarer did not happen.</summary>
    private static bool DidNotHappen(Goal goal, string text) =>
        (goal.Measure.LowerIsBetter || goal.Measure.Target is null)
        && NotOnce().Match(text) is { Success: true } not
        && Words(not.Groups["what"].Value).Any(Has(Aim(goal)))
        && !Still().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:didn'?t|did not|haven'?t|wasn'?t|without|no more|zero|not once|not a single|no (?:me |fui "
            + @"|llegu[eé] |falt[eé])?"
            + @"|ning[uú]n[ao]?|ni una?|sin) (?<what>(?:\p{L}+ ?){1,5})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NotOnce();

    [GeneratedRegex(
        @"\b(?:but|except|until|then|pero|menos|excepto|hasta que|want|wanna|quiero)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Still();

    /// <summary>"My mom calls me every night to check": told of somebody at home.</summary>
    [GeneratedRegex(
        @"^(?:well |so |lol |haha )*(?:my|mi) (?:mom|mum|dad|mother|father|grandma|grandpa|abuela|abuelo|abue"
            + @"|mam[aá]|pap[aá]|sister"
            + @"|brother|hermana|hermano|aunt|uncle|t[ií]a|t[ií]o|cousin|prim[ao]) (?:calls?|checks?|asks?|says?"
            + @"|thinks?|worries"
            + @"|keeps|always|me (?:llama|pregunta|dice)|dice|cree|siempre)\b[^.!?\d]*[.!?]?(?: [^\d]*)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex TellsOfFamily();

    private static readonly string[] HowOften = ["time", "times", "veces", "vez"];

    /// <summary>What reports of a goal are read against.</summary>
    public static ReportGoal Of(Goal goal) =>
        OutOf.TotalOf(goal.Measure.Unit) is { } total
            ? new(
                $"{Aim(goal)} {goal.Measure.Target ?? 0} of {total}",
                "percent",
                goal.Measure.Baseline * 100 / total,
                goal.Measure.Target * 100 / total,
                goal.Current * 100 / total,
                goal.Measure.LowerIsBetter
            )
            : Plain(goal);

    private static ReportGoal Plain(Goal goal) =>
        new(
            Aim(goal),
            goal.Measure.Unit ?? UnitSaid(goal),
            goal.Measure.Baseline,
            goal.Measure.Target,
            goal.Current,
            goal.Measure.LowerIsBetter
        );

    /// <summary>
    /// What is to be reached, without how and why: "every night before bed" says how often is read, not how books
    /// count.
    /// </summary>
    public static string Aim(Goal goal)
    {
        var aim = goal.Sentence;
        foreach (var part in new[] { goal.Plan, goal.Reason })
        {
            if (part is { Length: > 0 } && part.Length < aim.Length)
                aim = aim.Replace(part, string.Empty, StringComparison.Ordinal);
        }

        return aim;
    }

    /// <summary>What a number counts that was given without a unit, where the sentence says it.</summary>
    private static string? UnitSaid(Goal goal) =>
        goal.Measure.Target is { } target
        && GoalReader.Read(goal.Sentence, goal.CreatedOn, LanguageReader.Detect(goal.Sentence)).Target
            is { Unit: { } unit } said
        && said.Value == target
            ? unit
            : null;

    /// <summary>Whether one word of the text is a word of these others.</summary>
    public static bool Shares(string text, string words) => Words(text).Any(Has(words));

    private static IReadOnlyList<T> Best<T>(IReadOnlyList<T> all, Func<T, int> score)
    {
        if (all.Count < 2)
            return all;
        var scores = all.Select(score).ToList();
        var best = scores.Max();
        return [.. all.Where((_, i) => scores[i] == best)];
    }

    /// <summary>
    /// A number told with a word of the goal's may be its number, though what it counts was not read.
    /// </summary>
    private static int Rank(GoalReport one, string text) =>
        one.Report switch
        {
            Report.Value or Report.Change or Report.Done => 3,
            Report.Ask { Why: Doubt.OtherScore } => 1,
            Report.Effort
                when one.Goal.Measure.Target is not null
                    && text.Any(char.IsAsciiDigit)
                    && Shares(text, one.Goal.Sentence) => 3,
            _ => 2,
        };

    private static int Named(string text, Goal goal, IReadOnlyList<Goal> goals) =>
        Words(text)
            .Count(word =>
                Has(goal.Sentence)(word) && (goals.Count < 2 || !goals.All(other => Has(other.Sentence)(word)))
            );

    private static Func<string, bool> Has(string sentence)
    {
        var words = Words(sentence).ToList();
        return word =>
            words.Exists(own =>
                own == word
                || (
                    word.Length >= Stem && own.Length >= Stem && own.AsSpan(0, Stem).SequenceEqual(word.AsSpan(0, Stem))
                )
            );
    }

    private static IEnumerable<string> Words(string text) =>
        Folding
            .Fold(text)
            .Split([' ', ',', '.', '!', '?', ':', ';', '"', '\'', '(', ')', '%', '/', '-', '\n', '\t'])
            .Where(word =>
                word.Length > 2 && !char.IsAsciiDigit(word[0]) && !SaidOfAnything.Contains(word, StringComparer.Ordinal)
            )
            .Distinct(StringComparer.Ordinal);
}
