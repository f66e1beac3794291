using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Schools;

/// <summary>A school adds up what its classes tell, and lets its district know that there is one of its name.</summary>
internal static class RollupHandler
{
    public static TurnResult<SchoolRollup> Counted(
        SchoolCounted told,
        TurnContext<SchoolRollup> context,
        SchoolOptions school
    )
    {
        var before = context.Rollup;
        var after = before.With(told.Before, told.Now);
        var name = before.Terms.Count > 0 ? before.Name : (told.Now ?? told.Before)?.School ?? "";
        return new(Kept(after, context, school) with { Name = name, ToldAt = context.Now })
        {
            Messages =
                after.Terms.Count == 0 || before.Terms.Count == 0 || IsNewMonth(before.ToldAt, context.Now)
                    ?
                    [
                        new(
                            DocumentKeys.District(DocumentKeys.TenantOf(context.Turn.Key)),
                            new SchoolNamed(IsGone: after.Terms.Count == 0) { Name = name }
                        ),
                    ]
                    : [],
        };
    }

    public static TurnResult<SchoolRollup> Named(
        SchoolNamed named,
        TurnContext<SchoolRollup> context,
        SchoolOptions school
    ) =>
        new(
            Kept(context.Rollup, context, school) with
            {
                Schools =
                [
                    .. context
                        .Rollup.Schools.Where(one =>
                            DocumentKeys.SchoolMark(one) != DocumentKeys.SchoolMark(named.Name)
                        )
                        .Concat(named.IsGone ? [] : [named.Name])
                        .Take(SchoolRollup.MostSchools)
                        .Order(StringComparer.InvariantCultureIgnoreCase),
                ],
            }
        );

    /// <summary>Told again every month: a district that hears of no school any more goes, too.</summary>
    private static bool IsNewMonth(DateTimeOffset? before, DateTimeOffset now) =>
        before is not { } at || (at.Year, at.Month) != (now.Year, now.Month);

    /// <summary>A school of which no class tells anything any more goes as a class does.</summary>
    private static SchoolRollup Kept(SchoolRollup rollup, TurnContext<SchoolRollup> context, SchoolOptions school) =>
        rollup with
        {
            RetainUntil = school.KeptUntil(context.Turn.Key, context.Now),
        };
}
