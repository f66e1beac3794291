using Milestones.Conversations;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// The store of one school on one machine: one file, no server. Several processes may share the file.
/// </summary>
internal sealed class SqliteDocumentStore : IDocumentStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private int _closed;

    /// <summary>A store on the file at <paramref name="path"/>, which is made when there is none.</summary>
    /// <param name="patience">How long a write waits for another process that holds the file; 5 seconds unless
    /// told.</param>
    public SqliteDocumentStore(
        string path,
        TimeProvider clock,
        ILogger<SqliteDocumentStore> logger,
        TimeSpan? patience = null
    )
    {
        _file = new SqliteFile(path, patience ?? Patience);
        _clock = clock;
        _writer = new(_file, new StoreHealth("saving", logger), clock);
        _readers = new(_file, new StoreHealth("reading", logger));
    }

    /// <summary>Absolute.</summary>
    public string Path => _file.Path;

    private long Now => UnixMilliseconds.Now(_clock.GetUtcNow());

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        _writer.RunAsync(static _ => true, cancellationToken);

    public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
        _readers.ReadAsync(read => read.Get(key, Now), cancellationToken);

    public async Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        IReadOnlyCollection<DocumentKey> keys,
        CancellationToken cancellationToken
    ) => await _readers.ReadAsync(read => read.GetMany(keys, Now), cancellationToken);

    public Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken)
    {
        document.Key.Checked();
        return _writer.RunAsync(write => write.Create(document, Now), cancellationToken);
    }

    public Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken) =>
        SqliteETag.Version(etag) is { } expected
            ? _writer.RunAsync(write => write.Replace(document, expected), cancellationToken)
            : Task.FromResult(WriteResult.Conflict);

    public Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken)
    {
        if (etag is null)
            return _writer.RunAsync(write => write.Delete(key, null), cancellationToken);
        return SqliteETag.Version(etag) is { } expected
            ? _writer.RunAsync(write => write.Delete(key, expected), cancellationToken)
            : Task.FromResult(false);
    }

    public Task ForgetAsync(CancellationToken cancellationToken) => _writer.ForgetAsync(cancellationToken);

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(
        string partition,
        string idPrefix,
        string? afterId,
        int limit,
        CancellationToken cancellationToken
    ) => await _readers.ReadAsync(read => read.List(partition, idPrefix, afterId, limit, Now), cancellationToken);

    public async Task<IReadOnlyList<DueDocument>> DueAsync(
        DateTimeOffset from,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        await _readers.ReadAsync(
            read => read.Due(UnixMilliseconds.From(from), UnixMilliseconds.Now(now), limit, Now),
            cancellationToken
        );

    public Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken) =>
        _readers.ReadAsync(
            read =>
            {
                // Neither part of a key holds a line break.
                var after = bookmark?.Split('\n') is [var partition, var id]
                    ? new DocumentKey(partition, id)
                    : new("", "");
                var page = read.Scan(after, limit, Now);
                return new ScanPage(
                    page,
                    page.Count < limit ? null : $"{page[^1].Document.Key.Partition}\n{page[^1].Document.Key.Id}"
                );
            },
            cancellationToken
        );

    /// <summary>Removes expired documents for good; the writer does the same by itself when it is idle.</summary>
    /// <returns>How many were removed, at most <paramref name="limit"/>.</returns>
    public Task<int> PurgeAsync(int limit, CancellationToken cancellationToken) =>
        _writer.RunAsync(write => write.Purge(limit, Now), cancellationToken);

    /// <summary>Backup and restore while turns are taken: those that come during a restore wait for it.</summary>
    public SqliteMaintenance Maintenance() =>
        new(_file, backup => _writer.RestoreAsync(backup, CancellationToken.None));

    public void Dispose()
    {
        // The container closes it once for each name it goes by.
        if (Interlocked.Exchange(ref _closed, 1) == 1)
            return;
        _writer.Dispose();
        _readers.Dispose();
    }
}
