using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// What a page shows, read as a card would be: by the same table, from the same documents, at most one read for each
/// student of a class.
/// </summary>
internal sealed class PageReader(
    IDocumentStore store,
    HeadKinds kinds,
    GoalCoachBot bot,
    SchoolOptions school,
    TimeProvider time
)
{
    private const int Tries = 8;

    /// <summary>
    /// Whoever looks, and where they may look there, the class with its students. A teacher's standing in the team is
    /// asked again first, as before anything they do.
    /// </summary>
    public async Task<Look> LookAsync(PersonId who, Looked looked, CancellationToken cancellationToken)
    {
        var (now, own) = (time.GetUtcNow(), DocumentKeys.Person(who));
        if (looked.Class is { } asked)
            await bot.CheckAsync(asked, who, now, cancellationToken);
        var heads = new Dictionary<DocumentKey, object>();
        var others = new OtherDocuments(heads);
        await ReadAsync(looked.Class is { } key ? [own, key] : [own], heads, cancellationToken);
        var whyNot = WhoMay.WhyNot(looked, who, school.IsAdministrator(who), others, now);
        if (whyNot is null && looked.Class is { } named && others.Class(named) is { } classroom)
        {
            await ReadAsync(
                [
                    .. classroom
                        .Students.Where(member => looked.Student is null || member.ObjectId == looked.Student)
                        .Select(member => classroom.KeyOf(member.ObjectId)),
                ],
                heads,
                cancellationToken
            );
        }

        var person = others.Person(own);
        var head = person ?? new Person { Id = who };
        var turn = new Turn(
            $"page:{Guid.NewGuid():N}",
            own,
            who,
            head.Name,
            null,
            looked,
            now,
            head.Locale,
            head.TimeZone,
            Guid.NewGuid()
        );
        return new(
            new TurnContext<Person>(head, turn, VoiceOf.Person(head), LocalTime.Day(now, head.TimeZone))
            {
                Others = others,
            },
            whyNot,
            IsKnown: person is not null
        )
        {
            IsAdministrator = school.IsAdministrator(who),
        };
    }

    /// <summary>
    /// Somebody with what has left their document for the archive: all their reflections, and the numbers of the goals
    /// they have.
    /// </summary>
    public async Task<Person> WithArchiveAsync(Person person, CancellationToken cancellationToken)
    {
        var partition = DocumentKeys.Person(person.Id).Partition;
        return Archived.With(
            person,
            await store.AllAsync(partition, Recording.Trail, cancellationToken),
            await store.AllAsync(partition, Archiving.ProgressTrail, cancellationToken),
            await store.AllAsync(partition, Works.ChecksTrail, cancellationToken)
        );
    }

    /// <summary>Lays a line of who looked beside the class; nothing is shown before it lies there.</summary>
    public async Task NoteAsync(ArchiveEntry line, DocumentKey beside, CancellationToken cancellationToken) =>
        await store.CreateAsync(
            new Document(new DocumentKey(line.Partition ?? beside.Partition, line.Id), "archive", line.Json),
            cancellationToken
        );

    /// <summary>Opens a link once: who it is of, and to where; null where it opens nothing any more.</summary>
    public async Task<(PersonId Person, PageLink Link)?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (LinkToken.Read(token) is not var (who, secret) || Key(who) is not { } key)
            return null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (
                await store.GetAsync(key, cancellationToken) is not { } stored
                || kinds.Person.Read(stored.Document) is not { Page: { } link } person
                || !link.Opens(secret, time.GetUtcNow())
            )
            {
                return null;
            }

            var next = kinds.Person.Write(key, person with { Page = null });
            if ((await store.ReplaceAsync(next, stored.ETag, cancellationToken)).Written)
                return (who, link);
        }

        return null;
    }

    private async Task ReadAsync(
        IReadOnlyCollection<DocumentKey> keys,
        Dictionary<DocumentKey, object> heads,
        CancellationToken cancellationToken
    )
    {
        foreach (var one in await store.GetManyAsync(keys, cancellationToken))
        {
            heads[one.Document.Key] = DocumentKeys.IsClassroom(one.Document.Key)
                ? kinds.Class.Read(one.Document)
                : kinds.Person.Read(one.Document);
        }
    }

    private static DocumentKey? Key(PersonId person)
    {
        try
        {
            return DocumentKeys.Person(person).Checked();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Somebody looks at a page.</summary>
/// <param name="WhyNot">The key of the text that says why they do not see it; null where they do.</param>
/// <param name="IsKnown">Whether they have ever spoken with the coach, or a class told of them.</param>
internal sealed record Look(TurnContext<Person> Context, string? WhyNot, bool IsKnown)
{
    /// <summary>They see the figures of the school, too.</summary>
    public bool IsAdministrator { get; init; }
}
