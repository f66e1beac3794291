using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Which question comes next. The order is S, M (target, then now), A, R, T, and last how sure the student is
/// (docs/product.md, section 1).
/// </summary>
internal static class Questions
{
    private const Fields Everything =
        Fields.What
        | Fields.Measure
        | Fields.Baseline
        | Fields.Plan
        | Fields.Obstacle
        | Fields.Reason
        | Fields.Deadline
        | Fields.Confidence;

    /// <summary>
    /// What a grade band is asked at all: three short questions up to grade 5, all of them from grade 6 on.
    /// </summary>
    public static Fields AskedOf(GradeBand band) =>
        band switch
        {
            GradeBand.KTo2 => Fields.None,
            GradeBand.Grades3To5 => Fields.What | Fields.Measure | Fields.Plan,
            _ => Everything,
        };

    /// <summary>The next open field, or none when the draft is ready to be shown.</summary>
    public static Fields Next(GoalDraft draft, GradeBand band)
    {
        for (var field = Fields.What; field <= Fields.Confidence; field = (Fields)((int)field << 1))
        {
            if (AskedOf(band).HasFlag(field) && !draft.Settled.HasFlag(field) && Applies(field, draft))
            {
                return field;
            }
        }

        return Fields.None;
    }

    /// <summary>
    /// Where the student is now is asked only where a number has to move; things that add up begin at none.
    /// </summary>
    private static bool Applies(Fields field, GoalDraft draft) =>
        field != Fields.Baseline
        || draft.StepFromNow is not null
        || (
            draft.Measure is { Target: not null, Baseline: null } measure
            && (measure.Unit is null || !Units.IsCounted(measure.Unit))
        );
}
