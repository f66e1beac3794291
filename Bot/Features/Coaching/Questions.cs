using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Which question comes next. Few and better: five at most from a vague start to the draft, three in grades 3 to 5.
/// What could get in the way and how sure the student is are no questions of their own: the form and the draft card
/// have them.
/// </summary>
internal static class Questions
{
    /// <summary>In the order of the talk: what, from where to where, how, by when, why.</summary>
    private static readonly Fields[] Order =
    [
        Fields.What,
        Fields.Measure,
        Fields.Baseline,
        Fields.Plan,
        Fields.Deadline,
        Fields.Reason,
    ];

    /// <summary>The most questions a grade band is asked.</summary>
    public static int Most(GradeBand band) =>
        band switch
        {
            GradeBand.KTo2 => 0,
            GradeBand.Grades3To5 => 3,
            _ => 5,
        };

    /// <summary>The next open field, or none when the draft is ready to be shown.</summary>
    public static Fields Next(GoalDraft draft, GradeBand band)
    {
        var kept = Kept(band);
        var left = Most(band) - draft.Trail.Count(field => Order.Contains(field));
        var open = Order.Where(field => !draft.Settled.HasFlag(field) && Applies(field, draft, band)).ToArray();
        var needed = open.Count(field => kept.HasFlag(field));
        return left <= 0 ? Fields.None : open.FirstOrDefault(field => kept.HasFlag(field) || left > needed);
    }

    /// <summary>What a question is always left for; the others are asked where there is room.</summary>
    private static Fields Kept(GradeBand band) =>
        band == GradeBand.Grades3To5 ? Fields.Deadline | Fields.Reason : Fields.Plan | Fields.Deadline | Fields.Reason;

    private static bool Applies(Fields field, GoalDraft draft, GradeBand band) =>
        field switch
        {
            Fields.Plan => band != GradeBand.Grades3To5,
            Fields.Baseline => NumberMoves(draft, band),
            _ => true,
        };

    /// <summary>
    /// Where the student is now is asked only where a number has to move; a habit begins, and things that add up begin
    /// at none, though younger ones have often begun.
    /// </summary>
    private static bool NumberMoves(GoalDraft draft, GradeBand band) =>
        draft.StepFromNow is not null
        || (
            draft.Measure is { Target: not null, Baseline: null } measure
            && (
                measure.Unit is not { } unit
                || (!Units.IsFrequency(unit) && (!Units.IsCounted(unit) || band == GradeBand.Grades3To5))
                || Units.IsBetterLower(unit)
            )
        );
}
