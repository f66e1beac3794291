using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Trust;

/// <summary>
/// What it costs the SQLite store to count its commits, and to have nothing left of what was deleted.
/// </summary>
internal static class StoreCosts
{
    private const int Bytes = 2048;

    /// <summary>
    /// Microseconds of a commit of one document without the count and with it, flushed to the disk as the bot does,
    /// in turns on one file.
    /// </summary>
    public static (List<double> Plain, List<double> Counted) Counting(string path, int rounds)
    {
        var json = Json();
        var file = new SqliteFile(path, TimeSpan.FromSeconds(5));
        using var statements = new SqliteWriteStatements(file.Open());
        using var commits = new SqliteCommits(path);
        var connection = statements.Connection;
        var (plain, counted) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(Timed(() => Commit(null)));
            counted.Add(Timed(() => Commit(commits)));
        }

        return (plain, counted);

        void Commit(SqliteCommits? counter)
        {
            connection.Execute("BEGIN IMMEDIATE");
            statements.Create(new(new($"student{Guid.NewGuid():N}", "head"), "person", json), 0);
            var count = counter is null ? 0 : SqliteCommits.Next(connection);
            connection.Execute("COMMIT");
            counter?.Note(count);
        }
    }

    /// <summary>
    /// Milliseconds until nothing deleted is left in a file of so many documents, and the longest that a write of
    /// somebody else waited meanwhile.
    /// </summary>
    public static async Task<(double FileMegabytes, List<double> Forgot, List<double> Waited)> ForgettingAsync(
        string path,
        int documents,
        int rounds
    )
    {
        var json = Json();
        using var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        foreach (var chunk in Enumerable.Range(0, documents).Chunk(256))
        {
            await Task.WhenAll(
                chunk.Select(i => store.CreateAsync(new(new($"student{i}", "head"), "person", json), default))
            );
        }

        var (forgot, waited) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            await store.DeleteAsync(new($"student{round}", "head"), null, default);
            var since = Stopwatch.GetTimestamp();
            var forgetting = store.ForgetAsync(default);
            var longest = 0d;
            for (var other = 0; !forgetting.IsCompleted; other++)
            {
                var began = Stopwatch.GetTimestamp();
                await store.CreateAsync(new(new($"other{round}-{other}", "head"), "person", json), default);
                longest = Math.Max(longest, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            await forgetting;
            forgot.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            waited.Add(longest);
        }

        return (new FileInfo(path).Length / 1e6, forgot, waited);
    }

    private static byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', Bytes - 11) });

    private static double Timed(Action work)
    {
        var since = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(since).TotalMicroseconds;
    }
}
