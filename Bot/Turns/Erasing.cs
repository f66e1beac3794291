using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// Deletes what is kept of a person or a class for good: the document, what it archived, its traces in others, and what
/// the store's files still hold of it. Begun and not ended, it is begun again: each step may happen twice.
/// </summary>
internal sealed class Erasing(IDocumentStore store, HeadKinds kinds)
{
    private const int Tries = 8;

    /// <summary>True when there was anything to delete.</summary>
    /// <exception cref="StoreUnavailableException">It is not done; the document's alarm, or whoever asked, does it
    /// again.</exception>
    public Task<bool> RunAsync(DocumentKey key, CancellationToken cancellationToken) =>
        DocumentKeys.IsClassroom(key) ? ClassAsync(key, cancellationToken)
        : DocumentKeys.IsSchool(key) ? store.DeleteAsync(key, null, cancellationToken)
        : PersonAsync(key, cancellationToken);

    private async Task<bool> PersonAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        var (traces, others) = (Traces.None, new HashSet<DocumentKey>());
        var weeks = await store.AllAsync(key.Partition, Recording.Trail, cancellationToken);
        var found = await ChangeAsync(
            kinds.Person,
            key,
            person =>
            {
                traces = Traces.Of(Archived.With(person, weeks, [], []));
                // Still due, and with the way to the rest: that is done again when it was cut short.
                return Emptied.Of(person) with
                {
                    Erasure = person.Erasure,
                    RetainUntil = person.RetainUntil,
                    Traces = traces,
                };
            },
            cancellationToken
        );
        var (tenant, student) = (DocumentKeys.TenantOf(key), DocumentKeys.PersonOf(key).ObjectId);
        others.UnionWith(traces.People.Select(KeyOf));
        foreach (var classroom in traces.Classes)
        {
            await ChangeAsync(
                kinds.Class,
                classroom,
                before =>
                {
                    others.UnionWith(before.Members.Select(member => KeyOf(member.ObjectId)));
                    others.UnionWith(before.Departed.Select(gone => KeyOf(gone.ObjectId)));
                    return Emptied.Without(Emptied.WithoutPosts(before, student), student);
                },
                cancellationToken
            );
            foreach (var line in await store.AllAsync(classroom.Partition, Audit.Trail, cancellationToken))
            {
                if (Audit.Read(line) is { By: { } reader } read && read.Student == student)
                    others.Add(KeyOf(reader));
            }
        }

        others.Remove(key);
        foreach (var other in others)
        {
            await ChangeAsync(
                kinds.Person,
                other,
                person => Emptied.WithoutWords(Emptied.Without(person, student), student),
                cancellationToken
            );
        }

        await ArchiveAsync(key, cancellationToken);
        await store.ForgetAsync(cancellationToken);
        await EndAsync(key, cancellationToken);
        return found;

        DocumentKey KeyOf(string objectId) => DocumentKeys.Person(new(tenant, objectId));
    }

    private async Task<bool> ClassAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(key, cancellationToken) is { } stored)
        {
            var classroom = kinds.Class.Read(stored.Document);
            foreach (var person in classroom.Members.Select(one => one.ObjectId).Union(classroom.Leaving))
            {
                await ChangeAsync(
                    kinds.Person,
                    classroom.KeyOf(person),
                    one => Emptied.Without(one, key),
                    cancellationToken
                );
            }
        }

        await ArchiveAsync(key, cancellationToken);
        var found = await store.DeleteAsync(key, null, cancellationToken);
        await store.ForgetAsync(cancellationToken);
        return found;
    }

    /// <summary>What a person's document is without its end: gone, where nothing is left in it.</summary>
    private async Task EndAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.GetAsync(key, cancellationToken) is not { } stored)
                return;
            var person = kinds.Person.Read(stored.Document);
            var done =
                Emptied.IsNothing(person) && person.Goals.Count == 0 && person.Dialog is null
                    ? await store.DeleteAsync(key, stored.ETag, cancellationToken)
                    : (
                        await store.ReplaceAsync(
                            kinds.Person.Write(key, person with
                            {
                                Erasure = null,
                                RetainUntil = null,
                                Traces = null,
                            }),
                            stored.ETag,
                            cancellationToken
                        )
                    ).Written;
            if (done)
                return;
        }

        throw Busy();
    }

    private async Task ArchiveAsync(DocumentKey head, CancellationToken cancellationToken)
    {
        foreach (var one in await store.AllAsync(head.Partition, string.Empty, cancellationToken))
        {
            if (one.Key != head)
                await store.DeleteAsync(one.Key, null, cancellationToken);
        }
    }

    /// <summary>
    /// Changes a document if there is one, and if that changes anything in it. True when there is one.
    /// </summary>
    private async Task<bool> ChangeAsync<T>(
        HeadKind<T> kind,
        DocumentKey key,
        Func<T, T> change,
        CancellationToken cancellationToken
    )
        where T : Head
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.GetAsync(key, cancellationToken) is not { } stored)
                return false;
            var before = kind.Read(stored.Document);
            var document = kind.Write(key, change(before));
            if (
                document.Json.Span.SequenceEqual(kind.Write(key, before).Json.Span)
                || (await store.ReplaceAsync(document, stored.ETag, cancellationToken)).Written
            )
            {
                return true;
            }
        }

        throw Busy();
    }

    private static StoreUnavailableException Busy() =>
        new("Others kept changing the same document; not all of it is deleted yet. It is tried again.");
}
