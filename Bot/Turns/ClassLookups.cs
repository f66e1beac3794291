using Milestones.Conversations;
using Milestones.Features.Safety;
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
    /// Before somebody acts for a class, or looks at it: whether they are still in the team, and its owners where Graph
    /// is asked. Null where that was read just now, or they are nobody there.
    /// </summary>
    public async Task<StandingRead?> StandingAsync(
        DocumentKey key,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            await LoadAsync(key, cancellationToken) is not { IsActive: true } classroom
            || classroom.Find(person) is not { } member
            || (member.Role != MemberRole.Teacher || Teachers.IsFresh(classroom, person, now))
                && (!roster.AsksGraph || Teachers.AreFresh(classroom, now))
        )
        {
            return null;
        }

        var (presence, _) = await roster.FindAsync(classroom, person.ObjectId, cancellationToken);
        return new(
            person,
            presence,
            await roster.OwnersAsync(classroom.TenantId, classroom.GroupId, cancellationToken)
        );
    }

    /// <summary>
    /// The turn of the class for which an administrator's code was sent; null for all other words, and for a code that
    /// is not valid any more.
    /// </summary>
    public async Task<Turn?> ForCodeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (
            turn.Input is not Said said
            || TeacherCode.Read(said.Text) is not { } code
            || await store.GetAsync(TeacherCode.KeyOf(turn.Person.TenantId, code), cancellationToken)
                is not { Document.Json: var json }
        )
        {
            return null;
        }

        var made = TeacherCode.Read(json);
        var key = DocumentKeys.Classroom(turn.Person.TenantId, made.TeamId);
        if (await LoadAsync(key, cancellationToken) is not { } classroom)
        {
            return null;
        }

        var (presence, seen) = await roster.FindAsync(classroom, turn.Person.ObjectId, cancellationToken);
        return turn with
        {
            Id = $"{turn.Id}|code",
            Key = key,
            Conversation = null,
            Input = new CodeGiven(TeacherCode.MarkOf(code), made.ExpiresAt, presence, seen, turn.Conversation),
        };
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

    private async Task<Classroom?> LoadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Class.Read(stored.Document) : null;
}
