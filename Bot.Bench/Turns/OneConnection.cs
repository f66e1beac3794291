using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Turns;

/// <summary>
/// One read and one durable write after the other through connections like the bot's own (WAL,
/// <c>synchronous=FULL</c>), a commit for each.
/// </summary>
internal sealed class OneConnection : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);
    private readonly SqliteReadStatements _read;
    private readonly SqliteWriteStatements _write;

    public OneConnection(string path)
    {
        var file = new SqliteFile(path, TimeSpan.FromSeconds(5));
        _write = new(file.Open());
        _read = new(file.OpenToRead());
    }

    public async Task<WriteResult> ReadAndWriteAsync(Document document)
    {
        await _free.WaitAsync();
        try
        {
            return _read.Get(document.Key, 0) is { } stored
                ? _write.Replace(document, SqliteETag.Version(stored.ETag)!.Value)
                : _write.Create(document, 0);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _read.Dispose();
        _write.Dispose();
        _free.Dispose();
    }
}
