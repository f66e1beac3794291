using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>Which classes a turn about feedback reads, and for a teacher their students.</summary>
internal static class PeerNeeds
{
    public static IReadOnlyCollection<DocumentKey> Of(Person person, Turn turn, OtherDocuments others) =>
        turn.Input switch
        {
            Tapped { Verb: PeerVerbs.Begin } => Classes(person, MemberRole.Student),
            Tapped
            {
                Verb: PeerVerbs.To or PeerVerbs.Look or PeerVerbs.Send or PairVerbs.Propose or PairVerbs.Send
            } t => Named(t.Data, turn) is { } key ? [key] : [],
            Tapped { Verb: PeerVerbs.Choose } tapped => Of(person, tapped, PeerSide.Asked),
            Tapped { Verb: PeerVerbs.Give } tapped => Of(person, tapped, PeerSide.Giving),
            Tapped { Verb: PairVerbs.Students or PairVerbs.Student } tapped => Named(tapped.Data, turn) is { } key
                ? WithStudents(key, turn, others)
                : [],
            Said { Command: Command.Feedback } when Classes(person, MemberRole.Teacher) is [var only] => WithStudents(
                only,
                turn,
                others
            ),
            Said { Command: Command.PairClass } when Classes(person, MemberRole.Teacher) is [var only] => [only],
            Said { Command: null } said when PeerWish.Read(said.Text) is not null => Classes(
                person,
                MemberRole.Student
            ),
            _ => [],
        };

    public static DocumentKey? Named(CardData data, Turn turn) =>
        DocumentKeys.NamedClass(data.Text("class"), turn.Person.TenantId);

    public static IReadOnlyList<DocumentKey> Classes(Person person, MemberRole role) =>
        [.. person.Classes.Where(one => one.Role == role).Select(one => one.Class)];

    private static IReadOnlyCollection<DocumentKey> Of(Person person, Tapped tapped, PeerSide side) =>
        PeerRules.Find(person, tapped.Data.Text("ask"), side) is { } entry ? [entry.Class] : [];

    private static IReadOnlyCollection<DocumentKey> WithStudents(DocumentKey key, Turn turn, OtherDocuments others) =>
        others.Class(key) is { } classroom && Teachers.MayAct(classroom, turn.Person, turn.Now)
            ? [key, .. classroom.Students.Select(member => classroom.KeyOf(member.ObjectId))]
            : [key];
}
