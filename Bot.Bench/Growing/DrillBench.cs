using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Turns;

namespace Milestones.Bench.Growing;

/// <summary>
/// <c>drill</c>: a school's file is backed up while it is written to, and the backup is restored and checked as
/// <c>restore-drill</c> does; how long each takes.
/// </summary>
internal static class DrillBench
{
    private static readonly DocumentKey Busy = new("busy", DocumentKeys.Head);

    public static async Task<int> RunAsync(int students, int archived)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            var (file, backup) = (
                Path.Combine(folder.FullName, "school.db"),
                Path.Combine(folder.FullName, "night.db")
            );
            var school = await FilledSchool.WriteAsync(file, students, archived);
            var (backingUp, written) = await BackUpAsync(file, backup);
            var drill = await new RestoreDrill(Rules.Kinds, TimeProvider.System).RunAsync(
                backup,
                backup + ".drill",
                CancellationToken.None
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{drill.Documents:N0} documents, {drill.Bytes / 1e6:N0} MB: backed up in "
                        + $"{backingUp.TotalSeconds:0.0} s beside {written} turns, restored in "
                        + $"{drill.Restoring.TotalSeconds:0.0} s, checked in {drill.Checking.TotalSeconds:0.0} s"
                )
            );
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        drill = new
                        {
                            students,
                            documents = drill.Documents,
                            megabytes = Math.Round(drill.Bytes / 1e6, 1),
                            backupSeconds = Math.Round(backingUp.TotalSeconds, 1),
                            writtenMeanwhile = written,
                            restoreSeconds = Math.Round(drill.Restoring.TotalSeconds, 1),
                            checkSeconds = Math.Round(drill.Checking.TotalSeconds, 1),
                            people = drill.People,
                            classes = drill.Classes,
                            passed = drill.Passed && drill.Documents == school.Documents + 1,
                        },
                    }
                )
            );
            return drill.Passed ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Backs up while one document is replaced again and again.</summary>
    private static async Task<(TimeSpan Took, int Written)> BackUpAsync(string file, string backup)
    {
        using var store = new SqliteDocumentStore(file, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        var document = new Document(Busy, "other", "{}"u8.ToArray());
        var etag = (await store.CreateAsync(document, CancellationToken.None)).ETag!;
        using var over = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var count = 0;
            for (; !over.IsCancellationRequested; count++)
                etag = (await store.ReplaceAsync(document, etag, CancellationToken.None)).ETag!;
            return count;
        });
        var since = Stopwatch.GetTimestamp();
        await store.Maintenance().RunAsync(SqliteMaintenance.Backup, backup, Console.Out);
        var took = Stopwatch.GetElapsedTime(since);
        await over.CancelAsync();
        return (took, await writing);
    }
}
