using Milestones.Classes;
using Milestones.Conversations;
using Milestones.Storage;
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

    /// <summary>Before somebody acts for a class: its owners afresh, where Graph is asked and said it too long ago. Null when that is not so.</summary>
    public async Task<(DocumentKey Class, OwnersRead Owners)?> ForActionAsync(Turn turn, CancellationToken cancellationToken)
    {
        var key = !roster.AsksGraph ? null
            : DocumentKeys.IsClassroom(turn.Key) ? turn.Input is Tapped or Said ? turn.Key : (DocumentKey?)null
            : turn.Input is Tapped tapped ? DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId) : null;
        if (key is not { } named
            || await LoadAsync(named, cancellationToken) is not { IsActive: true, RosterDueAt: null } classroom
            || classroom.Find(turn.Person) is null
            || turn.Now - classroom.OwnersReadAt < Teachers.Fresh)
        {
            return null;
        }

        return (named, new OwnersRead(await roster.OwnersAsync(classroom.TenantId, classroom.GroupId, cancellationToken)));
    }

    private async Task<Classroom?> LoadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Class.Read(stored.Document) : null;
}
