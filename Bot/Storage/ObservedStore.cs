using System.Diagnostics;
using Milestones.Conversations;
using Milestones.Telemetry;

namespace Milestones.Storage;

/// <summary>The store, each call a span and a measurement. Only where somebody collects them.</summary>
internal sealed class ObservedStore(IDocumentStore store) : IDocumentStore
{
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        Observed(
            "prepare",
            async () =>
            {
                await store.PrepareAsync(cancellationToken);
                return true;
            }
        );

    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
        Observed("get", () => store.GetAsync(key, cancellationToken));

    public Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        IReadOnlyCollection<DocumentKey> keys,
        CancellationToken cancellationToken
    ) => Observed("get many", () => store.GetManyAsync(keys, cancellationToken));

    public Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken) =>
        Observed("create", () => store.CreateAsync(document, cancellationToken));

    public Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken) =>
        Observed("replace", () => store.ReplaceAsync(document, etag, cancellationToken));

    public Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken) =>
        Observed("delete", () => store.DeleteAsync(key, etag, cancellationToken));

    public Task ForgetAsync(CancellationToken cancellationToken) =>
        Observed(
            "forget",
            async () =>
            {
                await store.ForgetAsync(cancellationToken);
                return true;
            }
        );

    public Task<IReadOnlyList<StoredDocument>> ListAsync(
        string partition,
        string idPrefix,
        string? afterId,
        int limit,
        CancellationToken cancellationToken
    ) => Observed("list", () => store.ListAsync(partition, idPrefix, afterId, limit, cancellationToken));

    public Task<IReadOnlyList<DueDocument>> DueAsync(
        DateTimeOffset from,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) => Observed("due", () => store.DueAsync(from, now, limit, cancellationToken));

    public Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken) =>
        Observed("scan", () => store.ScanAsync(bookmark, limit, cancellationToken));

    public void Dispose() => store.Dispose();

    private static async Task<T> Observed<T>(string operation, Func<Task<T>> call)
    {
        // Looks of the alarm clock are many and belong to no turn: they are measured, and no traces of their own.
        using var span = Activity.Current is null ? null : Spans.Begin($"store {operation}", ActivityKind.Client);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await call();
        }
        catch (Exception fault)
        {
            span.Failed(fault);
            throw;
        }
        finally
        {
            Measures.Store.Record(Measures.Since(started), Measures.Tag("operation", operation));
        }
    }
}
