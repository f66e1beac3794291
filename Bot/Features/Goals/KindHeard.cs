using Milestones.Language.Parts;
using Milestones.Language.Reports;

namespace Milestones.Features.Goals;

/// <summary>
/// What a line without a number of the goal's tells, where the fitted reader of parts is sure of it: that something
/// went wrong, that there was work, or nothing.
/// </summary>
internal static class KindHeard
{
    /// <summary>From this share on a part outweighs the rules that found nothing.</summary>
    private const float Sure = 0.8f;

    /// <summary>More is needed against rules that found something.</summary>
    private const float Surely = 0.9f;

    public static Report Of(PartReading said, Report report) =>
        report switch
        {
            // "I did it today" of what is counted is one more, and not the end.
            Report.Ask { Why: Doubt.ReachedOrDone } doubt
                when Has(said, Sure, PartAct.Gain) && !Has(said, Hint, PartAct.Done) => doubt with
            {
                Why = Doubt.HowMuch,
            },
            Report.Ask or Report.Value or Report.Change or Report.Done => report,
            _ when Has(said, Sure, PartAct.Done) => new Report.Done(report.On),
            Report.Setback => Has(said, Surely, PartAct.Effort) && !Has(said, Hint, PartAct.Setback)
                ? new Report.Effort(report.On)
            : IsOfElse(said) ? new Report.None(report.On)
            : report,
            Report.Effort => Has(said, Surely, PartAct.Setback) ? new Report.Setback(report.On) : report,
            _ => Has(said, Sure, PartAct.Setback) ? new Report.Setback(report.On)
            : Has(said, Sure, PartAct.Effort) ? new Report.Effort(report.On)
            : report,
        };

    /// <summary>
    /// Of a goal without a number: work and what went wrong do not end it. "We drive 2 time this week".
    /// </summary>
    public static Report OfWhole(PartReading said, Report report) =>
        report is not (Report.Done or Report.Ask { Why: Doubt.ReachedOrDone }) || Has(said, Hint, PartAct.Done) ? report
        : Has(said, Sure, PartAct.Effort) ? new Report.Effort(report.On)
        : Has(said, Sure, PartAct.Setback) ? new Report.Setback(report.On)
        : report;

    /// <summary>A part may be this.</summary>
    private const float Hint = 0.2f;

    /// <summary>Asked, wished or planned: nothing in it happened.</summary>
    public static bool IsOfElse(PartReading said) =>
        said.Parts.Count > 0
        && said.Parts.All(part =>
            part.Share >= Surely
            && part.Act
                is PartAct.AskStatus
                    or PartAct.AskPrivacy
                    or PartAct.AskWhy
                    or PartAct.AskWhat
                    or PartAct.AskExample
                    or PartAct.AskRecord
                    or PartAct.AskBot
                    or PartAct.AskOff
                    or PartAct.ChangeNumber
                    or PartAct.ChangeDate
                    or PartAct.ChangePlan
                    or PartAct.Pause
                    or PartAct.Stop
                    or PartAct.Plan
        );

    private static bool Has(PartReading said, float share, PartAct act) =>
        said.Parts.Any(part => part.Act == act && part.Share >= share);
}
