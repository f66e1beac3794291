using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>What becomes of the one file: kept, shared, locked, damaged, another's.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogLines<SqliteDocumentStore> _log = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken _none = CancellationToken.None;

    private string Path => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_saved_is_there_when_the_file_is_opened_again()
    {
        using (var store = Open())
            await store.CreateAsync(Doc("anna"), _none);

        using var again = Open();
        Assert.NotNull(await again.GetAsync(new("anna", "head"), _none));
    }

    [Fact]
    public async Task Writes_that_wait_when_the_store_is_closed_are_still_saved()
    {
        Task<WriteResult>[] writes;
        using (var store = Open())
            writes = [.. Enumerable.Range(0, 500).Select(i => store.CreateAsync(Doc($"student{i}"), _none))];

        Assert.All(await Task.WhenAll(writes), write => Assert.True(write.Written));
        using var again = Open();
        Assert.NotNull(await again.GetAsync(new("student499", "head"), _none));
    }

    [Fact]
    public async Task Each_commit_is_flushed_to_the_disk()
    {
        var file = new SqliteFile(Path, TimeSpan.FromSeconds(1));
        using var connection = await Task.FromResult(file.Open());

        Assert.Equal("wal", connection.Scalar("PRAGMA journal_mode"));
        Assert.Equal(2L, connection.Scalar("PRAGMA synchronous")); // 2 is FULL
    }

    [Fact]
    public void A_library_with_the_fault_of_several_processes_on_one_file_is_refused()
    {
        Assert.Contains(
            "3.50.4",
            Assert.Throws<StoreUnavailableException>(() => SqliteFile.CheckLibrary("3.50.4")).Message,
            StringComparison.Ordinal
        );
        using var connection = Connect();
        SqliteFile.CheckLibrary(connection.ServerVersion);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(60, true)]
    [InlineData(0, true)]
    public async Task A_log_that_lost_its_end_is_noticed_and_said_once(int percent, bool said)
    {
        var copy = _folder.File("copy.db");
        using (var store = Open())
        {
            for (var n = 0; n < 30; n++)
                await store.CreateAsync(Doc($"student{n}"), _none);

            // As a crash leaves it: the log is not in the database yet.
            foreach (var ending in (string[])["", "-wal", "-commits"])
                File.Copy(Path + ending, copy + ending);
        }

        using (var wal = new FileStream(copy + "-wal", FileMode.Open))
            wal.SetLength(wal.Length * percent / 100);
        for (var start = 0; start < 2; start++)
        {
            var log = new LogLines<SqliteDocumentStore>();
            using (var store = new SqliteDocumentStore(copy, TimeProvider.System, log))
                await store.CreateAsync(Doc($"start{start}"), _none);
            Assert.Equal(
                said && start == 0,
                log.All.Any(line => line.StartsWith("Critical", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public async Task A_poll_for_due_work_reads_an_index_and_not_the_documents()
    {
        using var store = Open();
        await store.PrepareAsync(_none);
        using var connection = Connect();
        using var plan = connection.CreateCommand();
        plan.CommandText =
            "EXPLAIN QUERY PLAN SELECT json FROM Document WHERE wake_at <= 1 AND (expires_at IS NULL "
            + "OR expires_at > 1) ORDER BY wake_at LIMIT 10";
        using var reader = plan.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal("SEARCH Document USING INDEX Document_wake_at (wake_at<?)", reader.GetString(3));
        Assert.False(reader.Read());
    }

    [Fact]
    public async Task Two_processes_on_one_file_lose_no_increment()
    {
        using var first = Open();
        using var second = Open();
        await first.CreateAsync(Doc("anna", """{"n":0}"""), _none);

        await Task.WhenAll(
            new[] { first, second, first, second }.Select(store =>
                Task.Run(async () =>
                {
                    for (var done = 0; done < 50; )
                    {
                        var read = (await store.GetAsync(new("anna", "head"), _none))!;
                        var next =
                            System
                                .Text.Json.JsonDocument.Parse(read.Document.Json)
                                .RootElement.GetProperty("n")
                                .GetInt32() + 1;
                        if ((await store.ReplaceAsync(Doc("anna", $$"""{"n":{{next}}}"""), read.ETag, _none)).Written)
                            done++;
                    }
                })
            )
        );

        Assert.Equal(
            """{"n":200}""",
            System.Text.Encoding.UTF8.GetString((await first.GetAsync(new("anna", "head"), _none))!.Document.Json.Span)
        );
    }

    [Fact]
    public async Task While_another_program_locks_the_file_nothing_is_acknowledged_and_then_it_goes_on()
    {
        using var store = Open(patience: TimeSpan.FromMilliseconds(20));
        await store.PrepareAsync(_none);
        using var other = Connect();
        other.Execute("BEGIN IMMEDIATE");

        for (var i = 0; i < 3; i++)
        {
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
                store.CreateAsync(Doc("anna"), _none)
            );
            Assert.Contains("Another program keeps", fault.Message, StringComparison.Ordinal);
        }

        Assert.Null(await store.GetAsync(new("anna", "head"), _none));
        other.Execute("ROLLBACK");
        Assert.True((await store.CreateAsync(Doc("anna"), _none)).Written);
        Assert.Collection(
            _log.All,
            line =>
                Assert.StartsWith(
                    "Error: The store is not saving: Another program keeps",
                    line,
                    StringComparison.Ordinal
                ),
            line => Assert.Equal("Information: The store is saving again.", line)
        );
    }

    [Fact]
    public async Task A_group_that_cannot_be_committed_is_acknowledged_to_nobody()
    {
        using var store = Open(patience: TimeSpan.FromMilliseconds(20));
        await store.PrepareAsync(_none);
        using var other = Connect();
        other.Execute("BEGIN IMMEDIATE");

        var writes = Enumerable.Range(0, 20).Select(i => store.CreateAsync(Doc($"student{i}"), _none)).ToList();

        foreach (var write in writes)
            await Assert.ThrowsAsync<StoreUnavailableException>(() => write);
        other.Execute("ROLLBACK");
        for (var i = 0; i < 20; i++)
            Assert.Null(await store.GetAsync(new($"student{i}", "head"), _none));
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(Path, new string('x', 8192), _none);
        using var store = Open();

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(_none));

        Assert.Contains("damaged or not a database", fault.Message, StringComparison.Ordinal);
        Assert.Contains("restore FILE", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync(new("anna", "head"), _none));
    }

    [Fact]
    public async Task A_file_whose_pages_are_damaged_answers_nothing_wrong()
    {
        using (var store = Open())
            await Task.WhenAll(Enumerable.Range(0, 200).Select(i => store.CreateAsync(Doc($"student{i}"), _none)));
        var bytes = await File.ReadAllBytesAsync(Path, _none);
        bytes.AsSpan(4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Path, bytes, _none);

        using var again = Open();
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            again.GetAsync(new("student7", "head"), _none)
        );
        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => again.CreateAsync(Doc("anna"), _none));
    }

    [Fact]
    public async Task A_file_of_a_newer_bot_is_refused_and_left_as_it_is()
    {
        using (var connection = Connect())
            connection.Execute("PRAGMA user_version = 2");
        using var store = Open();

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(_none));

        Assert.Contains(
            "newer version of this bot (schema 2, this one knows 1)",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        using (var connection = Connect())
            connection.Execute("CREATE TABLE Photos (name TEXT)");
        using var store = Open();

        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(_none));

        Assert.Contains("another program's database", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_at_the_start_is_used_as_soon_as_it_can_be()
    {
        var late = System.IO.Path.Combine(_folder.Path, "later");
        using var store = new SqliteDocumentStore(System.IO.Path.Combine(late, "store.db"), _clock, _log);
        Assert.Contains(
            "cannot be opened",
            (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(_none))).Message,
            StringComparison.Ordinal
        );

        Directory.CreateDirectory(late);

        Assert.Null(await store.GetAsync(new("anna", "head"), _none));
        Assert.True((await store.CreateAsync(Doc("anna"), _none)).Written);
    }

    [Fact]
    public async Task Expired_documents_are_removed_for_good_a_few_at_a_time()
    {
        using var store = Open();
        for (var i = 0; i < 5; i++)
            await store.CreateAsync(Doc($"student{i}") with { ExpiresAt = _clock.GetUtcNow().AddDays(i) }, _none);
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(2));

        Assert.Equal(2, await store.PurgeAsync(2, _none));
        Assert.Equal(1, await store.PurgeAsync(2, _none));
        Assert.Equal(0, await store.PurgeAsync(2, _none));
        using var connection = Connect();
        Assert.Equal(2L, connection.Scalar("SELECT count(*) FROM Document"));
    }

    [Fact]
    public async Task A_caller_that_gave_up_before_its_turn_writes_nothing()
    {
        using var store = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.CreateAsync(Doc("anna"), new CancellationToken(canceled: true))
        );

        Assert.Null(await store.GetAsync(new("anna", "head"), _none));
    }

    private static Document Doc(string partition, string json = "{}") =>
        new(new(partition, "head"), "person", System.Text.Encoding.UTF8.GetBytes(json));

    private SqliteDocumentStore Open(TimeSpan? patience = null) => new(Path, _clock, _log, patience);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }
}
