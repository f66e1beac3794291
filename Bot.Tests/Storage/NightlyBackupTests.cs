using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

public sealed class NightlyBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 7, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _said = new();
    private readonly string _backups;

    public NightlyBackupTests()
    {
        _backups = _folder.File("backups");
        Directory.CreateDirectory(_backups);
    }

    private IEnumerable<string?> Files => Directory.EnumerateFiles(_backups).Select(Path.GetFileName).Order();

    public void Dispose()
    {
        _said.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_newest_thirty_are_kept_and_each_is_whole()
    {
        var backup = await WithDocumentAsync();

        for (var night = 0; night < 33; night++)
        {
            await backup.BackUpAsync();
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(NightlyBackup.Kept, Files.Count());
        Assert.Equal("milestones-2026-09-10.db", Files.First());
        Assert.Equal("milestones-2026-10-09.db", Files.Last());
        SqliteBackup.Check(Path.Combine(_backups, Files.Last()!));
    }

    [Fact]
    public async Task A_night_that_fails_is_told_and_the_next_one_comes()
    {
        var backup = new NightlyBackup(
            new SqliteFile(_folder.File("missing/school.db"), TimeSpan.FromSeconds(1)),
            _backups,
            _time,
            _said
        );

        await backup.BackUpAsync();

        Assert.Contains("No backup of 2026-09-07", _said.ToString(), StringComparison.Ordinal);
        Assert.Empty(Files);
    }

    private async Task<NightlyBackup> WithDocumentAsync()
    {
        var path = _folder.File("school.db");
        using (var store = new SqliteDocumentStore(path, _time, NullLogger<SqliteDocumentStore>.Instance))
            await store.CreateAsync(new(new("anna", "head"), "person", "{}"u8.ToArray()), CancellationToken.None);
        return new(new SqliteFile(path, TimeSpan.FromSeconds(1)), _backups, _time, _said);
    }
}
