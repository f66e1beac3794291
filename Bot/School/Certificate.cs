using Milestones.Conversations;

namespace Milestones.School;

/// <summary>One certificate: of what somebody did, with nothing on it that compares them with others.</summary>
/// <param name="Goals">In the student's own words; of a term as many as there are room for.</param>
/// <param name="On">When the goal was reached, or when the term's was made.</param>
internal sealed record Certificate(string Name, IReadOnlyList<string> Goals, bool IsTerm, DateOnly On)
{
    public string? ClassName { get; init; }

    /// <summary>Those who teach the class, by name.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];
}

/// <summary>Which certificates there are, from what is stored, and for a teacher only from what was shared.</summary>
internal static class CertificateRules
{
    /// <summary>Goals on a term's certificate.</summary>
    public const int MostGoals = 3;

    /// <summary>Of all goals on one, so that they can be read on their page: one always fits.</summary>
    public const int MostLetters = 600;

    /// <summary>Names under it.</summary>
    private const int MostTeachers = 2;

    /// <summary>As long as a term may be, in days; what was reached before belongs to another.</summary>
    private const int TermDays = 150;

    /// <summary>The goals a certificate can be made of, the last reached first.</summary>
    public static IReadOnlyList<Goal> Reached(Person person) =>
        [.. person.Goals.Where(goal => goal.ReachedOn is not null).OrderByDescending(goal => goal.ReachedOn)];

    /// <summary>A student's own; null where there is no such goal any more.</summary>
    /// <param name="classroom">The class on it, where the student is in one.</param>
    public static Certificate? Own(PrintLink link, Person person, Classroom? classroom, string nobody, DateOnly today)
    {
        var named =
            classroom is { IsActive: true } && classroom.Find(person.Id) is { Role: MemberRole.Student }
                ? classroom
                : null;
        var name = person.Name ?? nobody;
        return link.Kind == PrintKind.Term ? With(named, OfTerm(name, Reached(person), today))
            : person.FindGoal(link.GoalId) is { ReachedOn: { } on } goal
                ? With(named, new Certificate(name, [goal.Sentence], IsTerm: false, on))
            : null;
    }

    /// <summary>A class's, by name; of what students shared with their teachers.</summary>
    public static IReadOnlyList<Certificate> OfClass(
        PrintKind kind,
        Classroom classroom,
        Func<Member, Person?> personOf,
        string nobody,
        DateOnly today
    ) =>
        [
            .. classroom
                .Students.OrderBy(member => member.Name, StringComparer.CurrentCulture)
                .SelectMany(member => OfStudent(kind, member, personOf(member), classroom, nobody, today))
                .Select(one => With(classroom, one)),
        ];

    private static IEnumerable<Certificate> OfStudent(
        PrintKind kind,
        Member member,
        Person? person,
        Classroom classroom,
        string nobody,
        DateOnly today
    )
    {
        var name = member.Name ?? person?.Name ?? nobody;
        var shared = person is null ? [] : Shared(person, classroom.Key, today);
        return kind == PrintKind.ClassTerm
            ? [OfTerm(name, shared, today)]
            : shared.Select(goal => new Certificate(name, [goal.Sentence], IsTerm: false, goal.ReachedOn!.Value));
    }

    /// <summary>Reached in this term, and in a week the student shared with this class.</summary>
    private static List<Goal> Shared(Person person, DocumentKey key, DateOnly today)
    {
        var known = person
            .Reflections.Where(week => week.Class == key && week is { Sharing: Sharing.MyTeacher, IsReflected: true })
            .SelectMany(week => week.Goals)
            .Select(goal => goal.GoalId)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Reached(person).Where(goal => known.Contains(goal.Id) && goal.ReachedOn > today.AddDays(-TermDays))];
    }

    private static Certificate OfTerm(string name, IReadOnlyList<Goal> reached, DateOnly today)
    {
        var room = MostLetters;
        return new(
            name,
            [
                .. reached
                    .Where(goal => goal.ReachedOn > today.AddDays(-TermDays))
                    .Select(goal => goal.Sentence)
                    .Where(goal => goal.Length <= room && (room -= goal.Length) >= 0)
                    .Take(MostGoals),
            ],
            IsTerm: true,
            today
        );
    }

    private static Certificate With(Classroom? classroom, Certificate certificate) =>
        classroom is null
            ? certificate
            : certificate with
            {
                ClassName = classroom.Name,
                Teachers =
                [
                    .. School
                        .Teachers.Reading(classroom)
                        .Select(member => member.Name)
                        .OfType<string>()
                        .Take(MostTeachers),
                ],
            };
}
