namespace Milestones.School;

/// <summary>A success criterion as a student saw their work against it, first and last.</summary>
/// <param name="Work">The goal's sentence, or the task's name.</param>
/// <param name="Then">0 not yet, 1 partly, 2 yes; null where they looked once.</param>
internal sealed record CriterionGrowth(string Id, string Work, string Text, int? Then, int Now);

/// <summary>What a student's checks against success criteria tell of growth, for whoever shows it.</summary>
internal static class CriteriaGrowth
{
    public static IReadOnlyList<CriterionGrowth> Of(Person person) => [];
}
