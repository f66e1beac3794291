using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary><c>backup FILE</c> and <c>restore FILE</c> beside a bot that uses the store.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationToken _none = CancellationToken.None;

    private string Path => _folder.File("store.db");

    private string Copy => _folder.File("monday.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_restore_takes_a_running_bot_back_to_the_backup()
    {
        using var bot = Open();
        var before = await bot.CreateAsync(Doc("anna", """{"goal":"fractions"}"""), _none);
        Assert.Equal(0, (await RunAsync("backup", Copy)).Code);
        var after = await bot.ReplaceAsync(Doc("anna", """{"goal":"gone wrong"}"""), before.ETag!, _none);
        await bot.CreateAsync(Doc("ben"), _none);

        var (code, said) = await RunAsync("restore", Copy);

        Assert.Equal(0, code);
        Assert.Contains("holds the 1 documents", said, StringComparison.Ordinal);
        var read = await bot.GetAsync(new("anna", "head"), _none);
        Assert.Equal("""{"goal":"fractions"}""", System.Text.Encoding.UTF8.GetString(read!.Document.Json.Span));
        Assert.Null(await bot.GetAsync(new("ben", "head"), _none));
        Assert.False((await bot.ReplaceAsync(Doc("anna"), after.ETag!, _none)).Written); // a turn that had begun before
        Assert.True((await bot.ReplaceAsync(Doc("anna"), read.ETag, _none)).Written);
    }

    [Fact]
    public async Task A_restore_keeps_what_was_there_before_it()
    {
        using var bot = Open();
        await bot.CreateAsync(Doc("anna"), _none);
        await RunAsync("backup", Copy);
        await bot.CreateAsync(Doc("ben"), _none);

        await RunAsync("restore", Copy);
        var kept = Assert.Single(Directory.GetFiles(_folder.Path, "store.db.before-restore-*"));
        Assert.Equal(0, (await RunAsync("restore", kept)).Code);

        Assert.NotNull(await bot.GetAsync(new("ben", "head"), _none));
    }

    [Fact]
    public async Task Commits_after_a_restore_by_another_process_are_counted_on()
    {
        var (gone, crashed) = (_folder.File("crashed.db"), new LogLines<SqliteDocumentStore>());
        using (var bot = Open())
        {
            await bot.CreateAsync(Doc("anna"), _none);
            await RunAsync("backup", Copy);
            for (var n = 0; n < 20; n++)
                await bot.CreateAsync(Doc($"before{n}"), _none);
            await RunAsync("restore", Copy);
            for (var n = 0; n < 5; n++)
                await bot.CreateAsync(Doc($"after{n}"), _none);
            foreach (var ending in (string[])["", "-wal", "-commits"])
                File.Copy(Path + ending, gone + ending);
        }

        using (var wal = new FileStream(gone + "-wal", FileMode.Open))
            wal.SetLength(0);
        using var again = new SqliteDocumentStore(gone, TimeProvider.System, crashed);
        await again.PrepareAsync(_none);

        Assert.Contains(crashed.All, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_of_a_busy_bot_is_one_moment_of_it()
    {
        using var bot = Open();
        using var stop = new CancellationTokenSource();
        // Two documents that always change in one order: a copy of one moment never has the second ahead of the first.
        var (first, second) = (
            (await bot.CreateAsync(Doc("a", "0"), _none)).ETag!,
            (await bot.CreateAsync(Doc("b", "0"), _none)).ETag!
        );
        var turns = Task.Run(async () =>
        {
            for (var n = 1; !stop.IsCancellationRequested; n++)
            {
                first = (await bot.ReplaceAsync(Doc("a", $"{n}"), first, _none)).ETag!;
                second = (await bot.ReplaceAsync(Doc("b", $"{n}"), second, _none)).ETag!;
            }
        });

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, (await RunAsync("backup", _folder.File($"{i}.db"))).Code);
            using var copy = new SqliteConnection($"Data Source={_folder.File($"{i}.db")};Mode=ReadOnly;Pooling=False");
            copy.Open();
            var ahead = (long)
                copy.Scalar(
                    "SELECT (SELECT CAST(json AS TEXT) FROM Document WHERE pk = 'a') - (SELECT "
                        + "CAST(json AS TEXT) FROM Document WHERE pk = 'b')"
                )!;
            Assert.InRange(ahead, 0, 1);
        }

        await stop.CancelAsync();
        await turns;
    }

    [Fact]
    public async Task A_lost_store_is_made_anew_from_the_backup()
    {
        using (var bot = Open())
            await bot.CreateAsync(Doc("anna"), _none);
        await RunAsync("backup", Copy);
        File.Delete(Path);

        Assert.Equal(0, (await RunAsync("restore", Copy)).Code);

        using var again = Open();
        Assert.NotNull(await again.GetAsync(new("anna", "head"), _none));
    }

    [Fact]
    public async Task What_is_not_a_sound_backup_is_refused_and_the_store_stays_as_it_was()
    {
        using var bot = Open();
        await bot.CreateAsync(Doc("anna"), _none);
        await RunAsync("backup", Copy);
        await File.WriteAllTextAsync(_folder.File("letter.docx"), new string('x', 5000), _none);
        using (var photos = new SqliteConnection($"Data Source={_folder.File("photos.db")};Pooling=False"))
        {
            photos.Open();
            photos.Execute("CREATE TABLE Photos (name TEXT)");
        }

        using (var newer = new SqliteConnection($"Data Source={Copy};Pooling=False"))
        {
            newer.Open();
            newer.Execute("PRAGMA user_version = 2");
        }

        foreach (
            var (file, expected) in new[]
            {
                (_folder.File("letter.docx"), "damaged or not a database"),
                (_folder.File("photos.db"), "not a backup of this bot's store"),
                (Copy, "newer version of this bot"),
                (_folder.File("nothing.db"), "does not exist"),
            }
        )
        {
            var (code, said) = await RunAsync("restore", file);
            Assert.NotEqual(0, code);
            Assert.Contains(expected, said, StringComparison.Ordinal);
        }

        Assert.NotNull(await bot.GetAsync(new("anna", "head"), _none));
    }

    [Fact]
    public async Task A_damaged_store_gives_no_backup_that_looks_sound()
    {
        using (var bot = Open())
            await Task.WhenAll(Enumerable.Range(0, 200).Select(i => bot.CreateAsync(Doc($"student{i}"), _none)));
        var bytes = await File.ReadAllBytesAsync(Path, _none);
        bytes.AsSpan(8192, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Path, bytes, _none);

        var (code, said) = await RunAsync("backup", Copy);

        Assert.NotEqual(0, code);
        Assert.Contains("is damaged", said, StringComparison.Ordinal);
        Assert.Equal([Path, $"{Path}-commits"], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_backup_never_writes_over_a_file()
    {
        using var bot = Open();
        await File.WriteAllTextAsync(Copy, "last week's", _none);

        var (code, said) = await RunAsync("backup", Copy);

        Assert.NotEqual(0, code);
        Assert.Contains("exists already", said, StringComparison.Ordinal);
        Assert.Equal("last week's", await File.ReadAllTextAsync(Copy, _none));
    }

    private static Document Doc(string partition, string json = "{}") =>
        new(new(partition, "head"), "person", System.Text.Encoding.UTF8.GetBytes(json));

    private SqliteDocumentStore Open() => new(Path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);

    private async Task<(int? Code, string Said)> RunAsync(params string[] args)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Store:Sqlite:Path", Path)]).Build();
        using var output = new StringWriter();
        return (await StoreCommands.RunAsync(args, settings, output, _none), output.ToString());
    }
}
