using Milestones.Classes;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Teaching;
using Milestones.Teams;

namespace Milestones;

/// <summary>What a class's turn needs from outside, looked up before the turn: rules themselves ask nobody.</summary>
internal sealed class ClassLookups(IDocumentStore store, HeadKinds kinds, RosterReader roster)
{
    /// <summary>How many chats are opened for one turn.</summary>
    private const int ChatsAtOnce = 40;

    /// <summary>The alarm of a document, with what it wants to know.</summary>
    public async Task<Rang> ForAlarmAsync(DocumentKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!DocumentKeys.IsClassroom(key) || await LoadAsync(key, cancellationToken) is not { IsActive: true } classroom)
        {
            return new Rang();
        }

        return classroom.RosterDueAt <= now ? await roster.ReadAsync(classroom, cancellationToken)
            : classroom.CheckDueAt <= now ? await roster.OpenChatsAsync(classroom, [.. classroom.Members.Where(member => !member.Checked).Take(ChatsAtOnce)], cancellationToken)
            : new Rang();
    }

    /// <summary>Before somebody acts for a class, or looks at it: its owners afresh, where Graph is asked and said it too long ago. Null when that is not so.</summary>
    public async Task<(DocumentKey Class, OwnersRead Owners)?> ForActionAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!roster.AsksGraph
            || await ActedForAsync(turn, cancellationToken) is not { } named
            || await LoadAsync(named, cancellationToken) is not { IsActive: true, RosterDueAt: null } classroom
            || classroom.Find(turn.Person) is null
            || turn.Now - classroom.OwnersReadAt < Teachers.Fresh)
        {
            return null;
        }

        return (named, new OwnersRead(await roster.OwnersAsync(classroom.TenantId, classroom.GroupId, cancellationToken)));
    }

    private async Task<DocumentKey?> ActedForAsync(Turn turn, CancellationToken cancellationToken) => turn.Input switch
    {
        Tapped or Said when DocumentKeys.IsClassroom(turn.Key) => turn.Key,
        Tapped tapped => DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId),
        Said said when TeacherHandler.Asks(said) && await store.GetAsync(turn.Key, cancellationToken) is { } stored => TeacherHandler.OnlyClass(kinds.Person.Read(stored.Document)),
        _ => null,
    };

    private async Task<Classroom?> LoadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Class.Read(stored.Document) : null;
}
