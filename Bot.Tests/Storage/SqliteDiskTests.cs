using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>
/// A disk that is full or read-only: no acknowledgement without a save, and recovery when the cause is gone.
/// </summary>
public sealed class SqliteDiskTests
{
    private readonly LogLines<SqliteDocumentStore> _log = new();
    private readonly CancellationToken _none = CancellationToken.None;

    [SmallDiskFact]
    public async Task On_a_full_disk_nothing_is_acknowledged_and_what_was_acknowledged_stays()
    {
        using var disk = new SmallDisk(megabytes: 2);
        using var store = Open(disk);
        await store.PrepareAsync(_none);
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1024 * 1024], _none);

        var saved = new List<DocumentKey>();
        StoreUnavailableException? fault = null;
        for (var i = 0; fault is null; i++)
        {
            var document = Doc($"student{i}");
            fault = await SaveAsync(store, document);
            if (fault is null)
                saved.Add(document.Key);
        }

        Assert.Contains("is full. Free some space", fault.Message, StringComparison.Ordinal);
        Assert.Equal(saved.Count, (await store.GetManyAsync(saved, _none)).Count);
        Assert.NotNull(await SaveAsync(store, Doc("late")));
        Assert.Null(await store.GetAsync(new("late", "head"), _none));

        File.Delete(ballast);
        Assert.Null(await SaveAsync(store, Doc("late")));
        Assert.Equal(saved.Count, (await store.GetManyAsync(saved, _none)).Count);
        Assert.Collection(
            _log.All,
            line =>
                Assert.StartsWith(
                    "Error: The store is not saving: The disk that holds",
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.Equal("Information: The store is saving again.", line)
        );
    }

    [SmallDiskFact]
    public async Task A_disk_that_became_read_only_is_named_and_the_store_goes_on_when_it_is_writable()
    {
        using var disk = new SmallDisk(megabytes: 4);
        using (var store = Open(disk))
            await store.CreateAsync(Doc("anna"), _none);
        disk.ReadOnly(true);
        using var again = Open(disk);

        var fault = await SaveAsync(again, Doc("ben"));
        disk.ReadOnly(false);

        Assert.NotNull(fault);
        Assert.Contains("the bot's account may write there", fault.Message, StringComparison.Ordinal);
        Assert.Null(await SaveAsync(again, Doc("ben")));
        Assert.Equal(2, (await again.GetManyAsync([new("anna", "head"), new("ben", "head")], _none)).Count);
    }

    private static Document Doc(string partition) => new(new(partition, "head"), "person", new byte[4096]);

    private static async Task<StoreUnavailableException?> SaveAsync(SqliteDocumentStore store, Document document)
    {
        try
        {
            Assert.True((await store.CreateAsync(document, CancellationToken.None)).Written);
            return null;
        }
        catch (StoreUnavailableException fault)
        {
            return fault;
        }
    }

    private SqliteDocumentStore Open(SmallDisk disk) =>
        new(Path.Combine(disk.Path, "store.db"), TimeProvider.System, _log);
}
