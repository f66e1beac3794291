using Milestones.Conversations;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language.Concerns;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>What a class's turn needs from outside, looked up before the turn: rules themselves ask nobody.</summary>
internal sealed class ClassLookups(IDocumentStore store, HeadKinds kinds, RosterReader roster)
{
    /// <summary>How many chats are opened for one turn.</summary>
    private const int ChatsAtOnce = 20;

    /// <summary>The alarm of a document, with what it wants to know.</summary>
    public async Task<Rang> ForAlarmAsync(DocumentKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (
            !DocumentKeys.IsClassroom(key)
            || await LoadAsync(key, cancellationToken) is not { IsActive: true } classroom
        )
        {
            return new Rang();
        }

        return classroom.RosterDueAt <= now
                ? await roster.ReadAsync(classroom, cancellationToken) with
                {
                    AskedAt = now,
                }
            : classroom.CheckDueAt <= now
                ? await roster.OpenChatsAsync(
                    classroom,
                    ClassCheck.Waiting(classroom).Take(ChatsAtOnce),
                    cancellationToken
                )
            : new Rang();
    }

    /// <summary>
    /// Before somebody acts for classes, or looks at them: their owners afresh, where Graph is asked and did not say
    /// just now.
    /// </summary>
    public async Task<IReadOnlyList<(DocumentKey Class, OwnersRead Owners)>> ForActionAsync(
        Turn turn,
        CancellationToken cancellationToken
    )
    {
        var read = new List<(DocumentKey, OwnersRead)>();
        foreach (var key in roster.AsksGraph ? await ActedForAsync(turn, cancellationToken) : [])
        {
            if (
                await LoadAsync(key, cancellationToken) is { IsActive: true } classroom
                && classroom.Find(turn.Person) is not null
                && !Teachers.AreFresh(classroom, turn.Now)
            )
            {
                read.Add(
                    (
                        key,
                        new OwnersRead(
                            await roster.OwnersAsync(classroom.TenantId, classroom.GroupId, cancellationToken)
                        )
                    )
                );
            }
        }

        return read;
    }

    /// <summary>
    /// Words of concern in a channel are answered in private. For whoever is no teacher of the class: what teachers
    /// write there is about school,
    /// and nobody watches over them.
    /// </summary>
    public async Task<(DocumentKey Person, ConcernHeard Heard)?> ForConcernAsync(
        Turn turn,
        CancellationToken cancellationToken
    )
    {
        if (
            !DocumentKeys.IsClassroom(turn.Key)
            || turn.Conversation is not { } here
            || SafetyHandler.Read(turn.Input) is not (not Concern.None and var concern)
            || (await LoadAsync(turn.Key, cancellationToken))?.Find(turn.Person) is { Role: MemberRole.Teacher }
        )
        {
            return null;
        }

        var (tenant, person) = turn.Person;
        var chat = await roster.OpenChatAsync(here.ServiceUrl, tenant, person, accountId: null, cancellationToken)
            is { ChatId: { } id }
            ? new ConversationReference(here.ServiceUrl, id, "personal", tenant, here.BotId, here.BotName, null, null)
            : null;
        return (DocumentKeys.Person(turn.Person), new ConcernHeard(turn.Key, concern, turn.Name, chat, turn.Locale));
    }

    /// <summary>A button names its class; in words, a teacher means those they teach, or the one.</summary>
    private async Task<IReadOnlyList<DocumentKey>> ActedForAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Input switch
        {
            Tapped or Said when DocumentKeys.IsClassroom(turn.Key) => [turn.Key],
            Tapped tapped => DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId) is { } named
                ? [named]
                : [],
            Said said
                when said.Command == Command.SetUpClass
                    && await store.GetAsync(turn.Key, cancellationToken) is { } stored =>
            [
                .. kinds
                    .Person.Read(stored.Document)
                    .Classes.Where(known => known.Role == MemberRole.Teacher)
                    .Select(known => known.Class),
            ],
            Said said
                when TeacherHandler.Asks(said) && await store.GetAsync(turn.Key, cancellationToken) is { } stored =>
                TeacherHandler.OnlyClass(kinds.Person.Read(stored.Document)) is { } only ? [only] : [],
            _ => [],
        };

    private async Task<Classroom?> LoadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Class.Read(stored.Document) : null;
}
