using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Cosmos;
using Milestones.Storage.Moving;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary><c>move-store</c>: a school's file into a container, whole, once, and over nothing else.</summary>
[Collection(CosmosGroup.Name)]
public sealed class MoveStoreTests(CosmosEmulator emulator) : IDisposable
{
    private static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _none = CancellationToken.None;

    private string Old => _folder.File("old.db");

    public void Dispose() => _folder.Dispose();

    [CosmosFact]
    public async Task A_school_moves_into_an_empty_container_and_leaves_no_mark_behind()
    {
        await FillAsync(Old, 300);
        var container = await ContainerAsync();

        var (code, said) = await MoveAsync(container);

        Assert.Equal(0, code);
        Assert.Contains("holds all 300 documents", said, StringComparison.Ordinal);
        Assert.Contains("request units", said, StringComparison.Ordinal);
        using var from = Open(Old);
        using var to = Open(container);
        Assert.Equal(await AllAsync(from), await AllAsync(to));
        Assert.False(File.Exists(Old + "-moving"));
    }

    [CosmosFact]
    public async Task A_container_that_holds_anything_is_left_as_it_is()
    {
        await FillAsync(Old, 20);
        var container = await ContainerAsync();
        using var other = Open(container);
        await other.CreateAsync(Doc("student7", """{"other":true}"""), _none);

        var (code, said) = await MoveAsync(container);

        Assert.Equal(1, code);
        Assert.Contains("holds documents already; nothing was written", said, StringComparison.Ordinal);
        Assert.Equal(["student7 head person {\"other\":true}  "], await AllAsync(other));
        Assert.False(File.Exists(Old + "-moving"));
        Assert.Equal(1, (await MoveAsync(container)).Code);
    }

    [CosmosFact]
    public async Task A_second_move_into_the_same_container_is_refused_and_changes_nothing()
    {
        await FillAsync(Old, 5);
        var container = await ContainerAsync();
        await MoveAsync(container);
        using var to = Open(container);
        var moved = await AllAsync(to);

        Assert.Equal(1, (await MoveAsync(container)).Code);

        Assert.Equal(moved, await AllAsync(to));
    }

    [CosmosFact]
    public async Task A_bot_that_runs_on_the_file_is_to_be_stopped_first()
    {
        await FillAsync(Old, 5);
        var container = await ContainerAsync();
        using var store = Open(Old);
        using var bot = new ControlService(store, NullLogger<ControlService>.Instance);
        await bot.StartAsync(_none);

        var (code, said) = await MoveAsync(container);
        await bot.StopAsync(_none);

        Assert.Equal(2, code);
        Assert.Contains("Stop it first", said, StringComparison.Ordinal);
        Assert.Equal(0, (await MoveAsync(container)).Code);
    }

    [CosmosFact]
    public async Task A_container_that_was_never_made_is_asked_for()
    {
        await FillAsync(Old, 5);

        var (code, said) = await MoveAsync(emulator.Fresh());

        Assert.Equal(1, code);
        Assert.Contains("init-store", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Store:Cosmos:Endpoint is missing")]
    [InlineData("http://127.0.0.1:9/", "old.db does not exist")]
    public async Task What_is_missing_is_named(string endpoint, string expected)
    {
        var (code, said) = await MoveAsync(
            new() { Endpoint = endpoint.Length == 0 ? null : new(endpoint), Key = "a2V5" }
        );

        Assert.Equal(2, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.False(File.Exists(Old));
    }

    // Before the mark, after it, within a page, after the last document, between the last two steps.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1001)]
    [InlineData(1002)]
    public async Task A_move_that_is_stopped_goes_on_where_it_was(int writes)
    {
        await FillAsync(Old, 1000);
        using var from = Open(Old);
        using var to = Open(_folder.File("new.db"));
        using var said = new StringWriter();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Move(from, new StoppedStore(to, writes), said).RunAsync(_none)
        );
        var result = await Move(from, to, said).RunAsync(_none);

        Assert.Empty(result.Different);
        Assert.Equal(1000, result.Documents);
        Assert.Equal(await AllAsync(from), await AllAsync(to));
        Assert.False(File.Exists(Old + "-moving"));
        Assert.Equal(
            writes switch
            {
                1 or 300 or 1001 => $"Going on after {(writes - 1) / 256 * 256} documents.",
                _ => "",
            },
            said.ToString().Trim()
        );
    }

    [Fact]
    public async Task A_document_that_changed_meanwhile_is_named_and_the_move_is_not_over()
    {
        await FillAsync(Old, 300);
        using var from = Open(Old);
        using var to = Open(_folder.File("new.db"));
        using var said = new StringWriter();
        var key = new DocumentKey("student7", "head");
        var changing = new ChangedMeanwhile(from, key);

        var result = await new StoreMove(Old, changing, to, "there", TimeProvider.System, said).RunAsync(_none);

        Assert.Equal([key], result.Different);
        Assert.True(File.Exists(Old + "-moving"));
        Assert.Equal([key], (await Move(from, to, said).RunAsync(_none)).Different);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // begun here at the same moment, and second
    public async Task What_another_move_began_to_fill_is_left_to_it(bool begun)
    {
        await FillAsync(Old, 5);
        if (begun)
            await MoveState.Begin("there").WriteAsync(Old, _none);
        await FillAsync(_folder.File("other.db"), 3);
        using var from = Open(Old);
        using var other = Open(_folder.File("other.db"));
        using var to = Open(_folder.File("new.db"));
        using var said = new StringWriter();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new StoreMove(other.Path, other, new StoppedStore(to, 2), "there", TimeProvider.System, said).RunAsync(
                _none
            )
        );
        var before = await AllAsync(to);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Move(from, to, said).RunAsync(_none));

        Assert.Contains("by a move from elsewhere", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await AllAsync(to));
    }

    [Fact]
    public async Task A_move_to_one_place_is_not_gone_on_with_to_another()
    {
        await FillAsync(Old, 5);
        await MoveState.Begin("elsewhere").WriteAsync(Old, _none);
        using var from = Open(Old);
        using var to = Open(_folder.File("new.db"));
        using var said = new StringWriter();

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Move(from, to, said).RunAsync(_none));

        Assert.Contains("to elsewhere is not finished", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await AllAsync(to));
    }

    [Fact]
    public async Task A_note_of_a_move_that_cannot_be_read_is_named()
    {
        await File.WriteAllTextAsync(Old + "-moving", "half", _none);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => MoveState.ReadAsync(Old, _none));

        Assert.Contains("old.db-moving is damaged", refused.Message, StringComparison.Ordinal);
    }

    private StoreMove Move(IDocumentScan from, IDocumentStore to, TextWriter said) =>
        new(Old, from, to, "there", TimeProvider.System, said);

    private async Task<CosmosOptions> ContainerAsync()
    {
        var options = emulator.Fresh();
        using var client = CosmosConnection.Client(options);
        await CosmosContainer.CreateAsync(client, options, _none);
        return options;
    }

    private async Task<(int? Code, string Said)> MoveAsync(CosmosOptions to)
    {
        using var output = new StringWriter();
        var settings = new Dictionary<string, string?>
        {
            ["Store:Sqlite:Path"] = Old,
            ["Store:Cosmos:Endpoint"] = to.Endpoint?.ToString(),
            ["Store:Cosmos:Key"] = to.Key,
            ["Store:Cosmos:Database"] = to.Database,
            ["Store:Cosmos:Mode"] = "Gateway",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return (await StoreCommands.RunAsync(["move-store"], configuration, output, _none), output.ToString());
    }

    private async Task FillAsync(string file, int documents)
    {
        using var store = Open(file);
        await Task.WhenAll(
            Enumerable
                .Range(0, documents)
                .Select(i =>
                    store.CreateAsync(
                        Doc($"student{i}", $$"""{"goal":"naïve 例 🎓 {{i}}"}""") with
                        {
                            WakeAt = i % 2 == 0 ? Later : null,
                            ExpiresAt = i % 3 == 0 ? Later.AddDays(i) : null,
                        },
                        _none
                    )
                )
        );
    }

    private async Task<List<string>> AllAsync(IDocumentScan store)
    {
        var all = new List<string>();
        string? bookmark = null;
        do
        {
            var page = await store.ScanAsync(bookmark, 500, _none);
            bookmark = page.Bookmark;
            all.AddRange(
                page.Documents.Select(one => one.Document)
                    .Select(one =>
                        $"{one.Key.Partition} {one.Key.Id} {one.Kind} {Encoding.UTF8.GetString(one.Json.Span)} "
                        + $"{one.WakeAt:O} {one.ExpiresAt:O}"
                    )
            );
        } while (bookmark is not null);
        return [.. all.Order(StringComparer.Ordinal)];
    }

    private static Document Doc(string partition, string json) =>
        new(new(partition, "head"), "person", Encoding.UTF8.GetBytes(json));

    private static SqliteDocumentStore Open(string file) =>
        new(file, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);

    private static CosmosDocumentStore Open(CosmosOptions options) =>
        new(CosmosConnection.Client(options), options, TimeProvider.System, NullLogger<CosmosDocumentStore>.Instance);

    /// <summary>A store whose user is stopped after so many writes.</summary>
    private sealed class StoppedStore(IDocumentStore inner, int writes) : IDocumentStore
    {
        private int _written;

        public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

        public Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken) =>
            inner.GetAsync(key, cancellationToken);

        public Task<IReadOnlyList<StoredDocument>> GetManyAsync(
            IReadOnlyCollection<DocumentKey> keys,
            CancellationToken cancellationToken
        ) => inner.GetManyAsync(keys, cancellationToken);

        public Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken) =>
            WriteAsync(() => inner.CreateAsync(document, cancellationToken));

        public Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A move replaces nothing.");

        public Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken) =>
            WriteAsync(() => inner.DeleteAsync(key, etag, cancellationToken));

        public Task ForgetAsync(CancellationToken cancellationToken) => inner.ForgetAsync(cancellationToken);

        public Task<IReadOnlyList<StoredDocument>> ListAsync(
            string partition,
            string idPrefix,
            string? afterId,
            int limit,
            CancellationToken cancellationToken
        ) => inner.ListAsync(partition, idPrefix, afterId, limit, cancellationToken);

        public Task<IReadOnlyList<DueDocument>> DueAsync(
            DateTimeOffset from,
            DateTimeOffset now,
            int limit,
            CancellationToken cancellationToken
        ) => inner.DueAsync(from, now, limit, cancellationToken);

        public Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken) =>
            inner.ScanAsync(bookmark, limit, cancellationToken);

        public void Dispose() { }

        private async Task<T> WriteAsync<T>(Func<Task<T>> write)
        {
            var number = Interlocked.Increment(ref _written);
            if (number > writes)
                throw new OperationCanceledException();
            var result = await write();
            return number < writes ? result : throw new OperationCanceledException();
        }
    }

    /// <summary>A document of the old store is changed before it is read the second time.</summary>
    private sealed class ChangedMeanwhile(SqliteDocumentStore inner, DocumentKey key) : IDocumentScan
    {
        private int _readings;

        public async Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken)
        {
            if (bookmark is null && _readings++ == 1)
            {
                var read = await inner.GetAsync(key, cancellationToken);
                await inner.ReplaceAsync(
                    read!.Document with
                    {
                        Json = """{"goal":"later"}"""u8.ToArray(),
                    },
                    read.ETag,
                    cancellationToken
                );
            }

            return await inner.ScanAsync(bookmark, limit, cancellationToken);
        }
    }
}
