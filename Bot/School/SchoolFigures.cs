using Milestones.Language;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// What of one school, or of several, may be shown of a term: at least three classes stand behind each row, and the
/// sum is that of the rows.
/// </summary>
/// <param name="Grades">From the lowest; null for grades of too few classes each.</param>
/// <param name="Areas">In the order in which kinds of goal are named everywhere.</param>
internal sealed record SchoolFigures(
    DateOnly Term,
    SchoolCount All,
    IReadOnlyList<(GradeBand? Band, SchoolCount Count)> Grades,
    IReadOnlyList<(Area Area, SchoolCount Count)> Areas
)
{
    public bool IsEmpty => Grades.Count == 0;

    /// <remarks>
    /// Each school is put together by itself: taken from the sum of all, what one school shows leaves only what others
    /// show.
    /// </remarks>
    public static SchoolFigures Of(IEnumerable<SchoolRollup> schools, DateOnly term)
    {
        var terms = schools.SelectMany(one => one.Terms).Where(one => one.Term == term).ToList();
        var grades = terms
            .SelectMany(one => GradesOf(one))
            .GroupBy(one => one.Band)
            .Select(same => (same.Key, SchoolCount.Sum(same.Select(one => one.Count))))
            .OrderBy(one => one.Key is null)
            .ThenBy(one => one.Key)
            .ToList();
        return new(
            term,
            SchoolCount.Sum(grades.Select(one => one.Item2)),
            grades,
            [
                .. terms
                    .SelectMany(one => AreasOf(one))
                    .GroupBy(one => one.Area)
                    .OrderBy(same => same.Key == Area.None)
                    .ThenBy(same => same.Key)
                    .Select(same => (same.Key, SchoolCount.Sum(same.Select(one => one.Count)))),
            ]
        );
    }

    private static IEnumerable<(GradeBand? Band, SchoolCount Count)> GradesOf(TermCount term) =>
        Crowd
            .Of(
                term.Grades.Select(one => (one.Band, (IReadOnlyList<SchoolCount>)[one.Count])),
                some => some.Sum(one => one.Classes),
                Crowd.Classes
            )
            .Select(one => (one.Kind, SchoolCount.Sum(one.Items)));

    /// <remarks>
    /// A class may stand in several areas: of some together no more classes are sure than the most that one of them
    /// has.
    /// </remarks>
    private static IEnumerable<(Area Area, SchoolCount Count)> AreasOf(TermCount term) =>
        Crowd
            .Of(
                term.Areas.Select(one => (one.Area, (IReadOnlyList<SchoolCount>)[one.Count])),
                some => some.Max(one => one.Classes),
                Crowd.Classes
            )
            .Select(one => (one.Kind ?? Area.None, SchoolCount.Sum(one.Items)));
}
