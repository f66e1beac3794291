namespace Milestones.School;

/// <summary>A success criterion as a student saw their work against it, first and last.</summary>
/// <param name="Work">The goal's sentence, or the task's name.</param>
/// <param name="Then">Null where they looked once.</param>
/// <param name="On">The day of the last look.</param>
internal sealed record CriterionGrowth(string Id, string Work, string Text, Meets? Then, Meets Now, DateOnly On);

/// <summary>What a student's checks against success criteria tell of growth, for whoever shows it.</summary>
internal static class CriteriaGrowth
{
    public static IReadOnlyList<CriterionGrowth> Of(Person person) =>
        [
            .. Works
                .Of(person)
                .SelectMany(work => work.Criteria.List.Select(one => Of(work, one)).OfType<CriterionGrowth>()),
        ];

    private static CriterionGrowth? Of(Work work, Criterion criterion)
    {
        List<(Meets Meets, DateOnly On)> seen =
        [
            .. work
                .Criteria.Checks.Select(check => (check.Of(criterion.Id)?.Meets, check.On))
                .Where(one => one.Meets is not null)
                .Select(one => (one.Meets!.Value, one.On)),
        ];
        return seen.Count == 0
            ? null
            : new(
                $"{work.Id}:{criterion.Id}",
                work.Title,
                criterion.Text,
                seen.Count > 1 ? seen[0].Meets : null,
                seen[^1].Meets,
                seen[^1].On
            );
    }
}
