using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Looking;

/// <summary>What a link for home shows, and who makes it.</summary>
internal static class FamilyRules
{
    /// <summary>
    /// The student as home sees them: nothing is left but what the link shows. Read anew each time, so that what was
    /// unshared, closed or deleted since is gone. Null where nothing is left to show.
    /// </summary>
    public static Person? Shown(Person person, FamilyLink link)
    {
        // Whoever asked to be forgotten is shown to nobody in the day that is left.
        if (person.Erasure?.At is not null)
            return null;
        // How they see their own work is between them and their teacher: nobody chose it for home.
        var goals = Goals(person, link)
            .Where(goal => goal.ClosedOn is null)
            .Select(goal => goal with { Criteria = null })
            .ToList();
        var weeks = link.ShowsWeeks ? Weeks(person, link).ToList() : [];
        return goals.Count + weeks.Count == 0
            ? null
            : new()
            {
                Id = person.Id,
                Name = person.Name,
                TimeZone = person.TimeZone,
                Goals = goals,
                Reflections = weeks,
            };
    }

    /// <summary>Goals there is something to show of.</summary>
    public static IReadOnlyList<Goal> Choosable(Person person) =>
        [.. person.Goals.Where(goal => goal.ClosedOn is null).Reverse().Take(Goal.MaxActive)];

    /// <summary>
    /// Whether the student's teachers make it: where the school wants so for the grades of one of their classes.
    /// What a student says of their own grade does not count.
    /// </summary>
    public static bool IsTeachers(Person person, SchoolOptions school) =>
        person.Classes.Any(one => one.Role == MemberRole.Student && IsTeachers(one.Band, school));

    public static bool IsTeachers(GradeBand? band, SchoolOptions school) => band <= school.FamilyLinksByTeacher;

    private static IEnumerable<Goal> Goals(Person person, FamilyLink link) =>
        link.Class is not { } key ? person.Goals.Where(goal => link.Goals.Contains(goal.Id, StringComparer.Ordinal))
        : IsIn(person, key) && SharedReflections.Of(person, key) is [var last, ..]
            ? person.Goals.Where(goal => last.Goals.Any(one => one.GoalId == goal.Id))
        : [];

    /// <summary>Never one that was kept: only what a teacher may read as well.</summary>
    private static IEnumerable<Reflection> Weeks(Person person, FamilyLink link) =>
        link.Class is not { } key
            ? person.Reflections.Where(one =>
                one is { Sharing: Sharing.MyTeacher, IsReflected: true, With: null, Class: not null }
            )
        : IsIn(person, key) ? SharedReflections.Of(person, key).Select(one => one with { With = null })
        : [];

    private static bool IsIn(Person person, DocumentKey key) =>
        person.Classes.Any(one => one.Class == key && one.Role == MemberRole.Student);
}
