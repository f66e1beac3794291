using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// A class somebody wants to see as its teacher. Each time it is decided afresh, by the class's own document.
/// </summary>
internal static class TaughtClass
{
    public static IReadOnlyList<Membership> Of(Person person) =>
        [.. person.Classes.Where(one => one.Role == MemberRole.Teacher)];

    /// <summary>The class that a card names, in the tenant of who taps.</summary>
    public static DocumentKey? Named(CardData data, Turn turn) =>
        DocumentKeys.NamedClass(data.Text("class"), turn.Person.TenantId);

    /// <summary>Why this person sees nothing of the class, as the key of a text; null when they teach it.</summary>
    public static string? WhyNot(Classroom? classroom, Turn turn) =>
        classroom is not { IsActive: true } ? "Class.NotHere"
        : Teachers.MayAct(classroom, turn.Person, turn.Now) ? null
        : Teachers.Teaches(classroom, turn.Person) ? "Class.NotChecked"
        : "Class.TeachersOnly";

    /// <summary>The class first and, where this person teaches it, then its students.</summary>
    public static IReadOnlyCollection<DocumentKey> WithStudents(DocumentKey key, Turn turn, OtherDocuments others) =>
        others.Class(key) is { } classroom && Teachers.MayAct(classroom, turn.Person, turn.Now)
            ? [key, .. classroom.Students.Select(member => classroom.KeyOf(member.ObjectId))]
            : [key];
}
