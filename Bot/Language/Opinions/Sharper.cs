using Milestones.Language.Concerns;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Opinions;

/// <summary>
/// Where a reading of the rules and a second opinion become one. What the rules are sure of stays; an opinion sharpens
/// what is unsure and can neither act nor make progress of anything.
/// </summary>
internal static class Sharper
{
    /// <summary>
    /// What a reading by two is worth: enough to be taken, less than the rules need to override an open reflection.
    /// </summary>
    private const float Worth = 0.8f;

    /// <summary>From here to its opposite the fit is undecided.</summary>
    private const float Undecided = 0.75f;

    public static bool IsUndecided(AnswerFit fit) => fit.Probability is > 1 - Undecided and < Undecided;

    /// <summary>
    /// An unsure wish. One that deletes, closes, stops or changes is only the first of the guesses to tap.
    /// </summary>
    public static WantedReading Wanted(WantedReading rules, Opinion? opinion, Place place) =>
        rules.IsSure || opinion?.Wanted is not { } wanted || opinion.Place != place
            ? rules
            : new WantedReading(
                [
                    new Guess(wanted, Worth),
                    .. rules
                        .Guesses.Where(guess => guess.Intent != wanted)
                        .Take(rules.Guesses.Count - 1)
                        .Select(guess => guess with { Probability = guess.Probability * (1 - Worth) }),
                ],
                !WantedReader.IsAct(wanted)
            );

    /// <summary>
    /// Whether it answers the question: an undecided fit, one in which nothing was found, or why it does not where
    /// that was unsure.
    /// </summary>
    public static AnswerFit Fit(AnswerFit rules, Opinion? opinion, Place asked)
    {
        if (opinion is null || opinion.Place != asked)
        {
            return rules;
        }

        var wanted = Wanted(rules.Wanted, opinion, asked);
        return (rules, opinion) switch
        {
            (_, { Fits: true }) when IsUndecided(rules) => new(Worth, null, wanted),
            ({ Fits: true }, { Fits: false, Why: { } why }) => new(1 - Worth, why, wanted),
            (_, { Fits: false, Why: { } why }) when IsUndecided(rules) => new(1 - Worth, why, wanted),
            ({ Fits: false, Wanted.IsSure: false }, { Fits: false, Why: { } why }) => rules with
            {
                Why = why,
                Wanted = wanted,
            },
            _ => rules,
        };
    }

    /// <summary>
    /// A day where the rules found a time they could not read, in words that alone are a day to them.
    /// </summary>
    public static DateReading Date(DateReading rules, Opinion? opinion, DateOnly today, TextLanguage language) =>
        rules.Finding is DateFinding.Unclear && opinion?.DayWords is { } words
            ? DateReader.Find(words, today, language)
            : rules;

    /// <summary>
    /// What a report without a number is. A number is taken only where the rules found the same one and did not know
    /// whether it is this goal's; whether something is reached is between the rules and the student.
    /// </summary>
    public static Report Report(Report rules, Opinion? opinion, ReportGoal goal) =>
        opinion?.Report is not { } kind || opinion.Goal != goal
            ? rules
            : (rules, kind) switch
            {
                (Reports.Report.Ask { Number: null, Why: not Doubt.ReachedOrDone }, ReportKind.Effort) =>
                    new Report.Effort(rules.On),
                (Reports.Report.Ask { Number: null, Why: not Doubt.ReachedOrDone }, ReportKind.Setback) =>
                    new Report.Setback(rules.On),
                (Reports.Report.Ask { Number: null, Why: not Doubt.ReachedOrDone }, ReportKind.None) => new Report.None(
                    rules.On
                ),
                (Reports.Report.Ask { Why: Doubt.OtherScore, Number: { } number }, ReportKind.Value)
                    when number == opinion.Number && IsOnScale(number, goal) => new Report.Value(number, rules.On),
                (Reports.Report.None { IsOfOthers: false }, ReportKind.Effort) => new Report.Effort(rules.On),
                (Reports.Report.None { IsOfOthers: false }, ReportKind.Setback) => new Report.Setback(rules.On),
                _ => rules,
            };

    /// <summary>Where nothing was seen in the words, a second reader's worry is worth a quiet question.</summary>
    public static ConcernReading Concern(ConcernReading rules, Opinion? opinion) =>
        rules.Level == ConcernLevel.None && opinion is { Concern: not Concerns.Concern.None and var kind }
            ? rules with
            {
                Kind = kind,
                Level = ConcernLevel.Quiet,
            }
            : rules;

    /// <summary>No further from where it stands than the goal's own way, and half of it more.</summary>
    private static bool IsOnScale(double number, ReportGoal goal) =>
        goal is { Target: { } target }
        && (goal.Current ?? goal.Baseline) is { } now
        && Math.Abs(number - now) <= 1.5 * Math.Max(Math.Abs(target - now), Math.Abs(target - (goal.Baseline ?? now)));
}
