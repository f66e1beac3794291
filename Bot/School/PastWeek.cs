using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What stays of a reflection that has left for the archive, so that a class's last twelve weeks are told from its
/// students' documents alone: no words.
/// </summary>
/// <param name="Class">Null for a look of one's own.</param>
/// <param name="Mood">Only where it was shared.</param>
internal sealed record PastWeek(DocumentKey? Class, IsoWeek Week, int? Mood, bool IsShared)
{
    /// <summary>With the last ones in the document itself a student of two classes has half a year.</summary>
    private const int Most = 24;

    /// <param name="left">Reflections that leave the document now.</param>
    public static IReadOnlyList<PastWeek> After(IReadOnlyList<PastWeek> before, IReadOnlyList<Reflection> left) =>
        left.Count == 0
            ? before
            :
            [
                .. before
                    .Concat(left.Where(one => one.IsReflected).Select(Of))
                    .GroupBy(one => (one.Class, one.Week))
                    .Select(same => same.Last())
                    .OrderBy(one => one.Week)
                    .TakeLast(Most),
            ];

    /// <summary>The weeks of a class that somebody looked back on, each once.</summary>
    public static IEnumerable<PastWeek> In(DocumentKey classroom, Person person) =>
        person
            .PastWeeks.Concat(person.Reflections.Where(one => one.IsReflected).Select(Of))
            .Where(one => one.Class == classroom)
            .DistinctBy(one => one.Week);

    public static PastWeek Of(Reflection reflection) =>
        reflection.Sharing == Sharing.MyTeacher
            ? new(reflection.Class, reflection.Week, reflection.Mood, IsShared: true)
            : new(reflection.Class, reflection.Week, null, IsShared: false);
}
