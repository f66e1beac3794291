using Microsoft.Extensions.DependencyInjection;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Tests.Support;

/// <summary>Stands before the real store and lets a test have it fail, or have somebody else be faster.</summary>
internal sealed class StoreTrouble
{
    /// <summary>True makes every call fail as a store does that cannot read or save.</summary>
    public bool IsDown { get; set; }

    /// <summary>True makes whatever is to be archived fail, as in a process that dies after its commit.</summary>
    public bool RefusesArchive { get; set; }

    /// <summary>True makes wiping what was deleted fail, as in a process that dies before it.</summary>
    public bool RefusesForgetting { get; set; }

    /// <summary>
    /// Called before each replace, with the document about to be replaced; for a write by somebody else in between.
    /// </summary>
    public Func<DocumentKey, IDocumentStore, Task>? BeforeReplace { get; set; }

    /// <summary>Wraps the store that is registered.</summary>
    public void Put(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IDocumentStore));
        services.Remove(registered);
        services.AddSingleton<IDocumentStore>(provider => new Troubled(
            (IDocumentStore)registered.ImplementationFactory!(provider),
            this
        ));
    }

    private void Check()
    {
        if (IsDown)
            throw new StoreUnavailableException("The disk is full.");
    }

    private sealed class Troubled(IDocumentStore store, StoreTrouble trouble) : IDocumentStore
    {
        public Task PrepareAsync(CancellationToken cancellationToken) =>
            Try(() => store.PrepareAsync(cancellationToken));

        public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
            Try(() => store.GetAsync(key, cancellationToken));

        public Task<IReadOnlyList<StoredDocument>> GetManyAsync(
            IReadOnlyCollection<DocumentKey> keys,
            CancellationToken cancellationToken
        ) => Try(() => store.GetManyAsync(keys, cancellationToken));

        public Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken) =>
            Try(() =>
                trouble.RefusesArchive && document.Kind == "archive"
                    ? throw new StoreUnavailableException("It died.")
                    : store.CreateAsync(document, cancellationToken)
            );

        public Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken) =>
            Try(async () =>
            {
                if (trouble.BeforeReplace is { } before)
                    await before(document.Key, store);
                return await store.ReplaceAsync(document, etag, cancellationToken);
            });

        public Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken) =>
            Try(() => store.DeleteAsync(key, etag, cancellationToken));

        public Task ForgetAsync(CancellationToken cancellationToken) =>
            Try(() =>
                trouble.RefusesForgetting
                    ? throw new StoreUnavailableException("It died.")
                    : store.ForgetAsync(cancellationToken)
            );

        public Task<IReadOnlyList<StoredDocument>> ListAsync(
            string partition,
            string idPrefix,
            string? afterId,
            int limit,
            CancellationToken cancellationToken
        ) => Try(() => store.ListAsync(partition, idPrefix, afterId, limit, cancellationToken));

        public Task<IReadOnlyList<DueDocument>> DueAsync(
            DateTimeOffset from,
            DateTimeOffset now,
            int limit,
            CancellationToken cancellationToken
        ) => Try(() => store.DueAsync(from, now, limit, cancellationToken));

        public Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken) =>
            Try(() => store.ScanAsync(bookmark, limit, cancellationToken));

        public void Dispose() => store.Dispose();

        private T Try<T>(Func<T> call)
        {
            trouble.Check();
            return call();
        }
    }
}
