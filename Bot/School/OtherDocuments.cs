using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Documents read beside the turn's own, for a teacher's view. Read only: a change to another document is a message to
/// it.
/// </summary>
internal sealed class OtherDocuments(IReadOnlyDictionary<DocumentKey, object> heads)
{
    public static OtherDocuments None { get; } = new(new Dictionary<DocumentKey, object>());

    public Person? Person(DocumentKey key) => heads.GetValueOrDefault(key) as Person;

    public Classroom? Class(DocumentKey key) => heads.GetValueOrDefault(key) as Classroom;

    public SchoolRollup? School(DocumentKey key) => heads.GetValueOrDefault(key) as SchoolRollup;
}
