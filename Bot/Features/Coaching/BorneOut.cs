using Milestones.Language.Parts;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// What words change of a goal in the making is only what their parts tell: a complaint that has a number in it is no
/// new number, a joke with "because" no reason.
/// </summary>
internal static class BorneOut
{
    /// <summary>Where a part is less sure, the listeners' reading stands.</summary>
    private const float Sure = 0.75f;

    /// <summary>
    /// The draft after words beside the question; as it was before where their parts surely tell nothing of a goal.
    /// </summary>
    public static GoalDraft Of(GoalDraft before, GoalDraft after, PartReading read) =>
        read.Parts.Count > 0 && read.Parts.All(part => part.Share >= Sure && !Tells(part.Act)) && !Counts(read)
            ? before
            : after;

    private static bool Tells(PartAct act) =>
        act == PartAct.Fix
        || PartFamilies.Of(act) is PartFamily.Answer or PartFamily.Wish or PartFamily.News or PartFamily.Concern;

    private static bool Counts(PartReading read) =>
        read.Numbers.Any(number =>
            number.Role is NumberRole.Start or NumberRole.Now or NumberRole.Target && number.Share >= Sure
        );
}
