using Microsoft.Extensions.Logging.Abstractions;
using Milestones.School;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Turns;

/// <summary>What a drill found.</summary>
/// <param name="Documents">In the backup.</param>
/// <param name="Bytes">Of the backup's file.</param>
/// <param name="Different">Documents that are in one of backup and restored file, and not so in the other.</param>
/// <param name="Unreadable">People and classes whose document this version cannot read.</param>
/// <param name="Newest">The day of the newest entry or reflection; null where there is none.</param>
internal sealed record DrillResult(
    long Documents,
    long Bytes,
    TimeSpan Restoring,
    TimeSpan Checking,
    long Different,
    int People,
    int Classes,
    int Unreadable,
    DateOnly? Newest
)
{
    public bool Passed => Different == 0 && Unreadable == 0;
}

/// <summary>
/// Restores a backup into a file of its own, sees that it holds each document as the backup does and that this version
/// can read them, and deletes that file again. The school's store is not touched.
/// </summary>
internal sealed class RestoreDrill(HeadKinds kinds, TimeProvider clock)
{
    private const int PageSize = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="target">A new file, beside which SQLite makes two of its own.</param>
    /// <exception cref="StoreUnavailableException">The backup is no sound one, or cannot be restored
    /// there.</exception>
    public async Task<DrillResult> RunAsync(string backup, string target, CancellationToken cancellationToken)
    {
        var restored = new SqliteFile(target, Patience);
        SqliteBackup.Delete(restored.Path);
        try
        {
            var since = clock.GetTimestamp();
            SqliteBackup.Check(backup);
            var documents = SqliteBackup.Restore(backup, restored);
            var restoring = clock.GetElapsedTime(since);

            since = clock.GetTimestamp();
            var different = SqliteBackup.Different(backup, restored.Path);
            var heads = await ReadAsync(restored.Path, cancellationToken);
            return new(
                documents,
                new FileInfo(backup).Length,
                restoring,
                clock.GetElapsedTime(since),
                different,
                heads.People,
                heads.Classes,
                heads.Unreadable,
                heads.Newest
            );
        }
        finally
        {
            SqliteBackup.Delete(restored.Path);
        }
    }

    private async Task<Heads> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var store = new SqliteDocumentStore(file, clock, NullLogger<SqliteDocumentStore>.Instance);
        var heads = new Heads();
        string? bookmark = null;
        do
        {
            var page = await store.ScanAsync(bookmark, PageSize, cancellationToken);
            bookmark = page.Bookmark;
            foreach (var found in page.Documents)
                Read(found.Document, heads);
        } while (bookmark is not null);
        return heads;
    }

    private void Read(Document document, Heads heads)
    {
        try
        {
            if (document.Kind == kinds.Person.Name)
            {
                heads.Saw(kinds.Person.Read(document));
            }
            else if (document.Kind == kinds.Class.Name)
            {
                _ = kinds.Class.Read(document);
                heads.Classes++;
            }
        }
        catch (StoreUnavailableException)
        {
            heads.Unreadable++;
        }
    }

    private sealed class Heads
    {
        public int People { get; private set; }

        public int Classes { get; set; }

        public int Unreadable { get; set; }

        public DateOnly? Newest { get; private set; }

        public void Saw(Person person)
        {
            People++;
            foreach (var day in Days(person))
                Newest = Newest is { } newest && newest >= day ? newest : day;
        }

        private static IEnumerable<DateOnly> Days(Person person) =>
            person
                .Goals.SelectMany(goal => goal.Progress.Select(entry => entry.On).Append(goal.CreatedOn))
                .Concat(person.Reflections.Select(one => DateOnly.FromDateTime(one.At.UtcDateTime)));
    }
}
