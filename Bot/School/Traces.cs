using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Where words of somebody may lie, or words about them, outside of their own document: it is gone through when they
/// are deleted, and for a copy of it all.
/// </summary>
/// <param name="Classes">Classes they are in, or were in.</param>
/// <param name="People">Entra object ids of classmates and teachers they wrote with.</param>
internal sealed record Traces(IReadOnlyList<DocumentKey> Classes, IReadOnlyList<string> People)
{
    /// <summary>Kept of what the document itself does not say any more; older ones fall away.</summary>
    private const int MostClasses = 12;
    private const int MostPeople = 30;

    public static Traces None { get; } = new([], []);

    /// <summary>All of them, as far as the document tells.</summary>
    public static Traces Of(Person person) =>
        new(
            [
                .. person
                    .Classes.Select(one => one.Class)
                    .Concat(person.Reflections.Select(one => one.Class).OfType<DocumentKey>())
                    .Concat(person.Surveys.Select(one => one.Class))
                    .Concat(person.Tasks.Select(one => one.Class))
                    .Concat(person.TeacherReplies.Select(one => one.Class))
                    .Concat(person.Peers.Select(one => one.Class))
                    .Concat(person.PraiseOffers.Select(one => one.Class))
                    .Concat(person.Traces?.Classes ?? [])
                    .Distinct(),
            ],
            [
                .. person
                    .TeacherReplies.Select(one => DocumentKeys.PersonOf(one.Teacher).ObjectId)
                    .Concat(person.Peers.Select(one => one.Other))
                    .Concat(person.PraiseOffers.Select(one => one.Praise.From).OfType<string>())
                    .Concat(person.Traces?.People ?? [])
                    .Distinct(StringComparer.Ordinal),
            ]
        );

    /// <summary>A class they left.</summary>
    public Traces With(DocumentKey left) =>
        this with
        {
            Classes = [.. Classes.Where(one => one != left).Append(left).TakeLast(MostClasses)],
        };

    /// <summary>People of whom their own document does not tell any more.</summary>
    public Traces With(IEnumerable<string> people)
    {
        var added = people.Distinct(StringComparer.Ordinal).ToList();
        return this with
        {
            People = [.. People.Except(added, StringComparer.Ordinal).Concat(added).TakeLast(MostPeople)],
        };
    }
}
