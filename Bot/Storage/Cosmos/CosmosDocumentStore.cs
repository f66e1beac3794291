using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Milestones.Conversations;

namespace Milestones.Storage.Cosmos;

/// <summary>
/// The store that scales: one container, a partition for each person, class or tenant. Any number of processes may
/// share it.
/// </summary>
/// <remarks>
/// Only point requests and plain queries: all of it is checked by the contract tests against a program that is not
/// ours.
/// </remarks>
internal sealed class CosmosDocumentStore : IDocumentStore
{
    /// <summary>
    /// Point reads of one call that are under way at once: a teacher's view of a class is about two rounds.
    /// </summary>
    private const int ReadsAtOnce = 16;

    private const string Alive = "(NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > @clock)";

    private readonly CosmosClient _client;
    private readonly TimeProvider _clock;
    private readonly CosmosRequests _requests;

    public CosmosDocumentStore(
        CosmosClient client,
        CosmosOptions options,
        TimeProvider clock,
        ILogger<CosmosDocumentStore> logger
    )
    {
        (_client, _clock) = (client, clock);
        _requests = new(
            client.GetContainer(options.Database, options.Container),
            options,
            new StoreHealth("available", logger)
        );
    }

    private long Now => UnixMilliseconds.Now(_clock.GetUtcNow());

    public Task PrepareAsync(CancellationToken cancellationToken) => _requests.PrepareAsync(cancellationToken);

    public async Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await ReadAsync(key, cancellationToken) is { } found && IsAlive(found.Document) ? found : null;

    public async Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        IReadOnlyCollection<DocumentKey> keys,
        CancellationToken cancellationToken
    )
    {
        var found = new ConcurrentBag<StoredDocument>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = ReadsAtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            keys,
            options,
            async (key, token) =>
            {
                if (await GetAsync(key, token) is { } document)
                    found.Add(document);
            }
        );
        return [.. found];
    }

    public async Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken)
    {
        var key = document.Key.Checked();
        using (
            var response = await _requests.SendAsync(
                "create",
                container =>
                    container.CreateItemStreamAsync(
                        Item(document),
                        new PartitionKey(key.Partition),
                        cancellationToken: cancellationToken
                    ),
                cancellationToken,
                HttpStatusCode.Conflict
            )
        )
        {
            if (response.IsSuccessStatusCode)
                return new(response.Headers.ETag);
        }

        // Expired, but not removed yet: as good as gone, so a new one may take its place.
        return await ReadAsync(key, cancellationToken) is { } there && !IsAlive(there.Document)
            ? await ReplaceAsync(document, there.ETag, cancellationToken)
            : WriteResult.Conflict;
    }

    public async Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken)
    {
        using var response = await _requests.SendAsync(
            "replace",
            container =>
                container.ReplaceItemStreamAsync(
                    Item(document),
                    document.Key.Id,
                    new(document.Key.Partition),
                    If(etag),
                    cancellationToken
                ),
            cancellationToken,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound
        );
        return response.IsSuccessStatusCode ? new(response.Headers.ETag) : WriteResult.Conflict;
    }

    public async Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken)
    {
        using var response = await _requests.SendAsync(
            "delete",
            container => container.DeleteItemStreamAsync(key.Id, new(key.Partition), If(etag), cancellationToken),
            cancellationToken,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound
        );
        return response.IsSuccessStatusCode;
    }

    /// <summary>
    /// The service keeps no file of ours; what is deleted there leaves by its own rules (docs/stores.md).
    /// </summary>
    public Task ForgetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(
        string partition,
        string idPrefix,
        string? afterId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var select = $"""
            SELECT TOP {limit} * FROM c
            WHERE c.pk = @pk AND STARTSWITH(c.id, @prefix) AND c.id > @after AND {Alive} ORDER BY c.id
            """;
        var query = new QueryDefinition(select)
            .WithParameter("@pk", partition)
            .WithParameter("@prefix", idPrefix)
            .WithParameter("@after", afterId ?? "")
            .WithParameter("@clock", Now);
        return await QueryAsync(
            "list",
            query,
            new() { PartitionKey = new(partition), MaxItemCount = limit },
            limit,
            CosmosItem.Read,
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<DueDocument>> DueAsync(
        DateTimeOffset from,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var query = new QueryDefinition(
            $"SELECT TOP {limit} c.pk, c.id, c.wakeAt FROM c WHERE c.wakeAt >= @from AND c.wakeAt <= "
                + $"@now AND {Alive} ORDER BY c.wakeAt"
        )
            .WithParameter("@from", UnixMilliseconds.From(from))
            .WithParameter("@now", UnixMilliseconds.Now(now))
            .WithParameter("@clock", Now);
        return await QueryAsync(
            "due",
            query,
            new() { MaxItemCount = limit, MaxConcurrency = -1 },
            limit,
            CosmosItem.Due,
            cancellationToken
        );
    }

    public async Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition($"SELECT * FROM c WHERE {Alive}").WithParameter("@clock", Now);
        using var response = await _requests.SendAsync(
            "scan",
            async container =>
            {
                using var pages = container.GetItemQueryStreamIterator(query, bookmark, new() { MaxItemCount = limit });
                return await pages.ReadNextAsync(cancellationToken);
            },
            cancellationToken
        );
        return new(await ItemsAsync(response, CosmosItem.Read, cancellationToken), response.ContinuationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        using var response = await _requests.SendAsync(
            "read",
            container =>
                container.ReadItemStreamAsync(key.Id, new(key.Partition), cancellationToken: cancellationToken),
            cancellationToken,
            HttpStatusCode.NotFound
        );
        if (!response.IsSuccessStatusCode)
            return null;
        using var item = await JsonDocument.ParseAsync(response.Content, cancellationToken: cancellationToken);
        return CosmosItem.Read(item.RootElement);
    }

    private async Task<List<T>> QueryAsync<T>(
        string operation,
        QueryDefinition query,
        QueryRequestOptions options,
        int limit,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
    {
        var found = new List<T>();
        FeedIterator? pages = null;
        try
        {
            do
            {
                using var response = await _requests.SendAsync(
                    operation,
                    container =>
                        (pages ??= container.GetItemQueryStreamIterator(query, requestOptions: options)).ReadNextAsync(
                            cancellationToken
                        ),
                    cancellationToken
                );
                found.AddRange(await ItemsAsync(response, read, cancellationToken));
            } while (pages!.HasMoreResults && found.Count < limit);
        }
        finally
        {
            pages?.Dispose();
        }

        return found;
    }

    private static async Task<List<T>> ItemsAsync<T>(
        ResponseMessage page,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
    {
        using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: cancellationToken);
        return [.. json.RootElement.GetProperty("Documents"u8).EnumerateArray().Select(read)];
    }

    private static ItemRequestOptions? If(string? etag) => etag is null ? null : new() { IfMatchEtag = etag };

    private MemoryStream Item(Document document) => CosmosItem.Write(document, _clock.GetUtcNow());

    private bool IsAlive(Document document) =>
        document.ExpiresAt is not { } expiresAt || UnixMilliseconds.From(expiresAt) > Now;
}
