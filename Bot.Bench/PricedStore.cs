using System.Collections.Concurrent;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Cosmos;

namespace Milestones.Bench;

/// <summary>
/// A store that charges for each request what Cosmos DB would, by the size of the item the document is there
/// (<see cref="RequestUnits"/>).
/// </summary>
internal sealed class PricedStore(IDocumentStore inner) : IDocumentStore
{
    /// <summary>
    /// Each document that was written, in order: bytes of its JSON, and of the item it is in the container.
    /// </summary>
    public List<(int Json, int Item)> Sizes { get; } = [];

    private readonly ConcurrentDictionary<string, int> _longest = new(StringComparer.Ordinal);

    /// <summary>The longest of a kind that was written since the last look: bytes of its JSON.</summary>
    public int TakeLongest(string kind) => _longest.TryRemove(kind, out var bytes) ? bytes : 0;

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public async Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        var found = await inner.GetAsync(key, cancellationToken);
        RequestCharge.Record(
            "read",
            found is null ? RequestUnits.ReadNothing : RequestUnits.Read(Item(found.Document))
        );
        return found;
    }

    public async Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        IReadOnlyCollection<DocumentKey> keys,
        CancellationToken cancellationToken
    ) => [.. (await Task.WhenAll(keys.Select(key => GetAsync(key, cancellationToken)))).OfType<StoredDocument>()];

    public Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken)
    {
        RequestCharge.Record("create", RequestUnits.Create(Written(document)));
        return inner.CreateAsync(document, cancellationToken);
    }

    public async Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken)
    {
        var before = await inner.GetAsync(document.Key, cancellationToken);
        RequestCharge.Record(
            "replace",
            RequestUnits.Replace(Written(document), before?.Document.WakeAt == document.WakeAt)
        );
        return await inner.ReplaceAsync(document, etag, cancellationToken);
    }

    public Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken)
    {
        RequestCharge.Record("delete", RequestUnits.Create(0));
        return inner.DeleteAsync(key, etag, cancellationToken);
    }

    public Task ForgetAsync(CancellationToken cancellationToken) => inner.ForgetAsync(cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(
        string partition,
        string idPrefix,
        string? afterId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        RequestCharge.Record("list", RequestUnits.EmptyQuery(1) + limit);
        return inner.ListAsync(partition, idPrefix, afterId, limit, cancellationToken);
    }

    /// <summary>Polls are not charged to a student: they cost the same whatever the students do.</summary>
    public Task<IReadOnlyList<DueDocument>> DueAsync(
        DateTimeOffset from,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) => inner.DueAsync(from, now, limit, cancellationToken);

    public Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken) =>
        inner.ScanAsync(bookmark, limit, cancellationToken);

    public void Dispose() => inner.Dispose();

    private int Written(Document document)
    {
        var item = Item(document);
        lock (Sizes)
            Sizes.Add((document.Json.Length, item));
        _longest.AddOrUpdate(document.Kind, document.Json.Length, (_, known) => Math.Max(known, document.Json.Length));
        return item;
    }

    private static int Item(Document document) => (int)CosmosItem.Write(document, DateTimeOffset.UnixEpoch).Length;
}
