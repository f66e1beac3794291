using Milestones.Conversations;

namespace Milestones.School;

/// <summary>How far a student of a class is with their conference.</summary>
/// <param name="Person">Null where their document is not known.</param>
/// <param name="Pack">Null for who has not begun.</param>
internal sealed record StudentPack(Member Member, Person? Person, ConferencePack? Pack, bool IsReady);

/// <summary>The one place where it is decided whose conference pack a class's teachers may read.</summary>
internal static class ClassPacks
{
    /// <summary>By name. A pack is ready for this class where the student said so here, and is in it still.</summary>
    public static IReadOnlyList<StudentPack> Of(Classroom classroom, Func<DocumentKey, Person?> personOf) =>
        [
            .. classroom
                .Students.OrderBy(member => member.Name, StringComparer.CurrentCulture)
                .Select(member =>
                {
                    var person = personOf(classroom.KeyOf(member.ObjectId));
                    var pack = person?.Erasure?.At is null ? person?.Conference : null;
                    return new StudentPack(
                        member,
                        person,
                        pack,
                        pack is { ReadyAt: not null } && pack.ReadyIn == classroom.Key
                    );
                }),
        ];
}
