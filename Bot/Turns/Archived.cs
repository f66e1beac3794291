using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Milestones.Features.Reflections;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// Somebody's document with what has left it for the archive put back, for a page that shows a whole year.
/// </summary>
internal static class Archived
{
    private static readonly JsonTypeInfo<Reflection> Reflections = StoredJson.Reading(
        ReflectionJson.Default.Reflection
    );
    private static readonly JsonTypeInfo<CriteriaCheck> Checks = StoredJson.Reading(WorkJson.Default.CriteriaCheck);
    private static readonly JsonTypeInfo<ProgressEntry> Progress = StoredJson.Reading(GoalJson.Default.ProgressEntry);

    public static Person With(
        Person person,
        IEnumerable<Document> reflections,
        IReadOnlyList<Document> progress,
        IReadOnlyList<Document> checks
    ) => Works.Of(person).Aggregate(With(person, reflections, progress), (next, work) => With(next, work, checks));

    private static Person With(Person person, Work work, IEnumerable<Document> checks) =>
        Works.With(
            person,
            work.Id,
            work.Criteria with
            {
                Checks =
                [
                    .. checks
                        .Where(one => one.Key.Id.StartsWith($"{Works.ChecksTrail}{work.Id}:", StringComparison.Ordinal))
                        .Select(one => JsonSerializer.Deserialize(one.Json.Span, Checks))
                        .OfType<CriteriaCheck>()
                        .Where(old => !work.Criteria.Checks.Any(one => one.Id == old.Id))
                        .OrderBy(one => one.On)
                        .Concat(work.Criteria.Checks),
                ],
            }
        );

    private static Person With(Person person, IEnumerable<Document> reflections, IReadOnlyList<Document> progress) =>
        person with
        {
            Reflections =
            [
                .. reflections
                    .Select(one => JsonSerializer.Deserialize(one.Json.Span, Reflections))
                    .OfType<Reflection>()
                    .Where(old => !person.Reflections.Any(one => one.Class == old.Class && one.Week == old.Week))
                    .Concat(person.Reflections)
                    .OrderBy(one => one.Week),
            ],
            Goals = [.. person.Goals.Select(goal => With(goal, progress))],
        };

    private static Goal With(Goal goal, IEnumerable<Document> progress) =>
        goal with
        {
            Progress =
            [
                .. progress
                    .Where(one =>
                        one.Key.Id.StartsWith($"{Archiving.ProgressTrail}{goal.Id}:", StringComparison.Ordinal)
                    )
                    .Select(one => JsonSerializer.Deserialize(one.Json.Span, Progress))
                    .OfType<ProgressEntry>()
                    .Where(old => !goal.Progress.Any(one => one.Id == old.Id))
                    .OrderBy(one => one.On)
                    .Concat(goal.Progress),
            ],
        };
}
