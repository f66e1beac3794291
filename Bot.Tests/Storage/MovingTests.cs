using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Moving;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary><c>export-store</c> and <c>import-store</c>, between stores and after a stop half-way.</summary>
[Collection(CosmosGroup.Name)]
public sealed class MovingTests(CosmosEmulator emulator) : IDisposable
{
    private static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _none = CancellationToken.None;

    private string Export => _folder.File("school.jsonl");

    public void Dispose() => _folder.Dispose();

    [CosmosFact]
    public async Task A_school_moves_from_SQLite_to_Cosmos_and_back_without_losing_a_document()
    {
        var old = Sqlite("old.db");
        await FillAsync(old, 300);
        var cosmos = Cosmos();

        Assert.Equal(0, (await RunAsync(old, "export-store", Export)).Code);
        Assert.Equal(0, (await RunAsync(cosmos, "init-store")).Code);
        var (code, said) = await RunAsync(cosmos, "import-store", Export);
        Assert.Equal(0, code);
        Assert.Contains("Compared: the store holds all 300 documents", said, StringComparison.Ordinal);

        var back = Sqlite("new.db");
        Assert.Equal(0, (await RunAsync(cosmos, "export-store", _folder.File("back.jsonl"))).Code);
        Assert.Equal(0, (await RunAsync(back, "import-store", _folder.File("back.jsonl"))).Code);
        Assert.Equal(0, (await RunAsync(back, "import-store", Export)).Code); // compares with the first export
    }

    [Fact]
    public async Task An_import_run_twice_writes_nothing_the_second_time()
    {
        var (old, fresh) = (Sqlite("old.db"), Sqlite("new.db"));
        await FillAsync(old, 20);
        await RunAsync(old, "export-store", Export);

        Assert.Contains(
            "20 documents written, 0 were there",
            (await RunAsync(fresh, "import-store", Export)).Said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 documents written, 20 were there",
            (await RunAsync(fresh, "import-store", Export)).Said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_document_that_is_not_as_in_the_file_is_named_and_left_alone()
    {
        var (old, fresh) = (Sqlite("old.db"), Sqlite("new.db"));
        await FillAsync(old, 20);
        await RunAsync(old, "export-store", Export);
        using (var store = Open(fresh))
            await store.CreateAsync(new(new("student7", "head"), "person", """{"other":true}"""u8.ToArray()), _none);

        var (code, said) = await RunAsync(fresh, "import-store", Export);

        Assert.Equal(1, code);
        Assert.Contains("Not as in the file: student7 head", said, StringComparison.Ordinal);
        using var after = Open(fresh);
        Assert.Equal(
            """{"other":true}""",
            Encoding.UTF8.GetString((await after.GetAsync(new("student7", "head"), _none))!.Document.Json.Span)
        );
    }

    [Fact]
    public async Task An_export_that_was_stopped_goes_on_where_it_was()
    {
        var settings = Sqlite("old.db");
        await FillAsync(settings, 1200);
        using var store = Open(settings);
        using var output = new StringWriter();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new StoreExport(new StoppedScan(store, stop), TimeProvider.System, output).RunAsync(Export, stop.Token)
        );
        await File.AppendAllTextAsync(Export + ".part", "half a li", _none);
        Assert.False(File.Exists(Export));
        Assert.Equal(1200, await new StoreExport(store, TimeProvider.System, output).RunAsync(Export, _none));

        Assert.Contains("Going on after 500 documents", output.ToString(), StringComparison.Ordinal);
        Assert.Equal([Export], Directory.GetFiles(_folder.Path, "school*"));
        Assert.Equal(0, (await RunAsync(Sqlite("new.db"), "import-store", Export)).Code);
    }

    [Fact]
    public async Task Line_breaks_between_the_parts_of_a_document_do_not_break_its_line()
    {
        var (old, fresh) = (Sqlite("old.db"), Sqlite("new.db"));
        using (var store = Open(old))
        {
            await store.CreateAsync(
                new(new("anna", "head"), "person", Encoding.UTF8.GetBytes("{\r\n  \"a\": \"line\\nbreak \u2028\"\n}")),
                _none
            );
        }

        await RunAsync(old, "export-store", Export);

        Assert.Equal(0, (await RunAsync(fresh, "import-store", Export)).Code);
    }

    [Theory]
    [InlineData("another version", "is an export of version 2; this bot reads version 1")]
    [InlineData("another file", "is not an export of this bot's store")]
    [InlineData("empty", "is not complete")]
    [InlineData("no end", "is not complete. Run export-store again")]
    [InlineData("half a line", "is not complete")]
    [InlineData("a letter changed", "was changed or damaged")]
    [InlineData("a line lost", "was changed or damaged")]
    public async Task What_is_not_a_whole_export_is_refused_before_anything_is_written(string damage, string expected)
    {
        var (old, fresh) = (Sqlite("old.db"), Sqlite("new.db"));
        await FillAsync(old, 5);
        await RunAsync(old, "export-store", Export);
        var lines = await File.ReadAllLinesAsync(Export, _none);
        await File.WriteAllTextAsync(
            Export,
            damage switch
            {
                "another version" => Text([
                    lines[0].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal),
                    .. lines[1..],
                ]),
                "another file" => "name,grade\nAnna,7\n",
                "empty" => "",
                "no end" => Text(lines[..^1]),
                "half a line" => Text(lines)[..^20],
                "a letter changed" => Text(lines).Replace("goal", "gaol", StringComparison.Ordinal),
                _ => Text([.. lines[..2], .. lines[3..]]),
            },
            _none
        );

        var (code, said) = await RunAsync(fresh, "import-store", Export);

        Assert.Equal(1, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        using var store = Open(fresh);
        Assert.Empty((await store.ScanAsync(null, 10, _none)).Documents);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("import-store")]
    public async Task A_command_without_its_file_says_so(string command)
    {
        var (code, said) = await RunAsync(Sqlite("old.db"), command);

        Assert.Equal(2, code);
        Assert.Contains($"{command} FILE", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_name_no_command_start_the_bot() =>
        Assert.Null((await RunAsync(Sqlite("old.db"), "--urls", "http://localhost:1")).Code);

    [Fact]
    public async Task A_command_with_settings_that_cannot_work_names_the_setting()
    {
        var (code, said) = await RunAsync([new("Store:Provider", "Cosmos")], "init-store");

        Assert.Equal(2, code);
        Assert.Contains("Store:Cosmos:Endpoint is missing", said, StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private KeyValuePair<string, string?>[] Sqlite(string name) => [new("Store:Sqlite:Path", _folder.File(name))];

    private KeyValuePair<string, string?>[] Cosmos()
    {
        var options = emulator.Fresh();
        return
        [
            new("Store:Provider", "Cosmos"),
            new("Store:Cosmos:Endpoint", $"{options.Endpoint}"),
            new("Store:Cosmos:Key", options.Key),
            new("Store:Cosmos:Database", options.Database),
            new("Store:Cosmos:Mode", "Gateway"),
        ];
    }

    private async Task FillAsync(KeyValuePair<string, string?>[] settings, int documents)
    {
        using var store = Open(settings);
        await Task.WhenAll(
            Enumerable
                .Range(0, documents)
                .Select(i =>
                    store.CreateAsync(
                        new(
                            new($"student{i}", "head"),
                            "person",
                            Encoding.UTF8.GetBytes(
                                $$"""{"goal":"naïve 例 🎓 \u0041 {{i}}","n":[0.1,1e3,-0,9007199254740991,null]}"""
                            )
                        )
                        {
                            WakeAt = i % 2 == 0 ? Later.AddTicks(i) : null,
                            ExpiresAt = i % 3 == 0 ? Later.AddDays(i) : null,
                        },
                        _none
                    )
                )
        );
    }

    private static SqliteDocumentStore Open(KeyValuePair<string, string?>[] settings) =>
        new(settings[0].Value!, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);

    private async Task<(int? Code, string Said)> RunAsync(
        KeyValuePair<string, string?>[] settings,
        params string[] args
    )
    {
        using var output = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return (await StoreCommands.RunAsync(args, configuration, output, _none), output.ToString());
    }

    /// <summary>A scan whose reader is stopped after the first page.</summary>
    private sealed class StoppedScan(IDocumentScan inner, CancellationTokenSource stop) : IDocumentScan
    {
        public async Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken)
        {
            if (bookmark is not null)
                await stop.CancelAsync();
            return await inner.ScanAsync(bookmark, limit, cancellationToken);
        }
    }
}
