using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Reflections;

/// <summary>
/// Which questions come after the check-in: chosen by what was tapped, and none that was put last week.
/// </summary>
internal static class ReflectionQuestions
{
    /// <summary>The question of a review.</summary>
    public const string Changed = "changed";

    /// <summary>What got in the way.</summary>
    public const string Obstacle = "obstacle";

    private static readonly string[] Well = ["helped", "proud", "keep", "surprised"];
    private static readonly string[] Stuck = [Obstacle, "nextStep", "different", "whoHelps"];
    private static readonly string[] Okay = ["worked", "change", "effort", "learned"];

    /// <summary>For a week that felt hard: nobody is asked for its best part.</summary>
    private static readonly string[] Hard = ["hardPart", "lighter", "whoHelps"];

    private static readonly string[] Own = ["highlight", "hardPart", "discovered", "lookForward"];

    public static IEnumerable<string> All =>
        [.. new[] { Well, Stuck, Okay, Hard, Own }.SelectMany(set => set).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The goal to ask about, what is stuck before what goes well, and one or two questions about it.
    /// </summary>
    /// <param name="fell">Whether that goal's number is further away than it was.</param>
    public static (GoalSnapshot? Goal, IReadOnlyList<string> Questions) For(
        Reflection reflection,
        IEnumerable<Reflection> known,
        GradeBand band,
        bool fell = false
    )
    {
        var goal = reflection
            .Goals.Where(one => one.Going is not null)
            .MinBy(one =>
                one.Going switch
                {
                    Going.Stuck => 0,
                    Going.Well => 1,
                    _ => 2,
                }
            );
        var isHard = reflection.Mood is 1 or 2;
        var own = isHard ? Hard : Own;
        var set = goal switch
        {
            { Going: Going.Stuck } => Stuck,
            // A number that fell is not asked what went well, and a hard week not what it is proud of.
            { FromNumber: true } when fell => Stuck,
            { Going: Going.Well } when isHard => ["helped", "keep"],
            { Going: Going.Well } => Well,
            // Nobody said "okay": a hard week is not asked what worked.
            { Going: Going.Okay, FromNumber: true } when isHard => Stuck,
            { Going: Going.Okay } => Okay,
            _ => own,
        };
        var count = goal?.Going == Going.Stuck && band is not (GradeBand.KTo2 or GradeBand.Grades3To5) ? 2 : 1;
        var since = reflection.Week.Monday.AddDays(-7);
        var past = known
            .Where(one => one.With is null && (one.Class, one.Week) != (reflection.Class, reflection.Week))
            .ToList();
        var heard = past.Where(one => one.Week.Monday >= since)
            .SelectMany(one => one.Asked)
            .ToHashSet(StringComparer.Ordinal);

        // A student of many classes may have heard a whole set: then one about the week itself, and at the worst none
        // at all.
        return Fresh(set, count) is { Count: > 0 } chosen ? (goal, chosen) : (null, Fresh(own, 1));

        List<string> Fresh(string[] from, int most) =>
            [
                .. from.Where(one => !heard.Contains(one))
                    .OrderBy(one => past.LastOrDefault(old => old.Asked.Contains(one, StringComparer.Ordinal))?.Week)
                    .Take(most),
            ];
    }
}
