using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Storage;

/// <summary><c>restore-drill</c>: a backup is tried out beside the store, and what is wrong with it is said.</summary>
public sealed class RestoreDrillTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 12, 15, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _none = CancellationToken.None;

    private string Path => _folder.File("store.db");

    private string Copy => _folder.File("monday.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_drill_backs_up_restores_and_reads_every_document_and_leaves_nothing_behind()
    {
        var documents = await FillAsync(students: 20);
        var files = Files();

        var (code, said) = await DrillAsync();

        Assert.Equal(0, code);
        Assert.Contains($"holds {documents} documents, complete and checked", said, StringComparison.Ordinal);
        Assert.Contains("Backed up in ", said, StringComparison.Ordinal);
        Assert.Contains($"{documents} documents, ", said, StringComparison.Ordinal);
        Assert.Contains("The newest entry in it is of 2026-05-1", said, StringComparison.Ordinal);
        Assert.Contains("reads all 21 people and 1 classes", said, StringComparison.Ordinal);
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task A_drill_with_last_nights_file_does_not_look_at_the_store()
    {
        await FillAsync(students: 3);
        Assert.Equal(0, await StoreCommands.RunAsync(["backup", Copy], Settings(), TextWriter.Null, _none));
        SqliteBackup.Delete(Path);

        var (code, said) = await DrillAsync(Copy);

        Assert.Equal(0, code);
        Assert.DoesNotContain("Backed up", said, StringComparison.Ordinal);
        Assert.Equal([Copy], Files());
    }

    [Fact]
    public async Task A_drill_beside_a_running_bot_has_the_bot_make_the_backup()
    {
        await FillAsync(students: 3);
        using var store = Open();
        using var bot = new ControlService(store, NullLogger<ControlService>.Instance);
        await bot.StartAsync(_none);

        var (code, _) = await DrillAsync();
        await bot.StopAsync(_none);

        Assert.Equal(0, code);
        Assert.True(
            (await store.CreateAsync(new(new("late", "head"), "other", "{}"u8.ToArray()), _none)).Written,
            "The store is the bot's own again."
        );
    }

    [Fact]
    public async Task A_person_that_this_version_cannot_read_fails_the_drill()
    {
        await FillAsync(students: 3);
        using (var store = Open())
            await store.CreateAsync(new(new("person:t:x", "head"), "person", """{"schema":99}"""u8.ToArray()), _none);

        var (code, said) = await DrillAsync();

        Assert.Equal(1, code);
        Assert.Contains("1 people or classes cannot be read", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE Document SET json = CAST('{}' AS BLOB) WHERE id = 'head'", 5)]
    [InlineData("UPDATE Document SET wake_at = 1 WHERE pk LIKE 'class:%'", 1)]
    [InlineData("DELETE FROM Document WHERE id = 'head'", 5)]
    [InlineData("INSERT INTO Document SELECT 'more', id, kind, 1, NULL, NULL, json FROM Document LIMIT 1", 1)]
    [InlineData("UPDATE Document SET pk = 'moved' WHERE pk LIKE 'class:%'", 2)]
    public async Task A_document_that_is_not_as_in_the_backup_is_counted(string change, long different)
    {
        await FillAsync(students: 3);
        Assert.Equal(0, await StoreCommands.RunAsync(["backup", Copy], Settings(), TextWriter.Null, _none));
        Assert.Equal(0, SqliteBackup.Different(Copy, Path));

        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            await connection.OpenAsync(_none);
            using var command = connection.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync(_none);
        }

        Assert.Equal(different, SqliteBackup.Different(Copy, Path));
    }

    [Theory]
    [InlineData("letter.docx", 1, "damaged or not a database")]
    [InlineData("nothing.db", 2, "does not exist")]
    public async Task What_is_no_backup_is_refused(string name, int expected, string why)
    {
        await File.WriteAllTextAsync(_folder.File("letter.docx"), new string('x', 5000), _none);

        var (code, said) = await DrillAsync(_folder.File(name));

        Assert.Equal(expected, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Equal([_folder.File("letter.docx")], Files());
    }

    [Fact]
    public async Task A_store_in_Azure_is_restored_there()
    {
        using var output = new StringWriter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Store:Provider", "Cosmos")]).Build();

        Assert.Equal(2, await DrillCommand.RunAsync(["restore-drill"], settings, TimeProvider.System, output, _none));
        Assert.Contains("docs/operate.md", output.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> FillAsync(int students)
    {
        using var store = Open();
        var documents = new SchoolYear(students, Now).Documents(Kinds.All).ToList();
        await Task.WhenAll(documents.Select(document => store.CreateAsync(document, _none)));
        return documents.Count;
    }

    private List<string> Files() =>
        [
            .. Directory
                .GetFiles(_folder.Path)
                .Where(file => !file.EndsWith("-wal", StringComparison.Ordinal))
                .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private SqliteDocumentStore Open() => new(Path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);

    private IConfigurationRoot Settings() =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Store:Sqlite:Path", Path)]).Build();

    private async Task<(int? Code, string Said)> DrillAsync(params string[] file)
    {
        using var output = new StringWriter();
        var code = await DrillCommand.RunAsync(
            ["restore-drill", .. file],
            Settings(),
            TimeProvider.System,
            output,
            _none
        );
        return (code, output.ToString());
    }
}
