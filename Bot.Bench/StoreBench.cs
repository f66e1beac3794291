using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench;

/// <summary>
/// <c>store</c>: what a poll for due work and a turn's read and replace cost with few and with many documents in the
/// file, and how many turns
/// a second the store saves beside a connection per operation. Everything with <c>synchronous=FULL</c>.
/// </summary>
internal static class StoreBench
{
    private const int Few = 100;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1.5);

    public static async Task<int> RunAsync(int many, int bytes, bool brief)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', Math.Max(0, bytes - 11)) });
            using var few = await FilledAsync(Path.Combine(folder.FullName, "few.db"), Few, json);
            using var full = await FilledAsync(Path.Combine(folder.FullName, "many.db"), many, json);

            var (fewPoll, manyPoll) = await CompareAsync(200, () => PollAsync(few.Store), () => PollAsync(full.Store));
            var (fewTurn, manyTurn) = await CompareAsync(300, () => TurnAsync(few, json), () => TurnAsync(full, json));
            Console.WriteLine($"documents of {json.Length} bytes               {Few, 10:N0} {many, 10:N0}   ratio");
            Console.WriteLine(Row("poll, nothing due (µs, median)", fewPoll, manyPoll));
            Console.WriteLine(Row("read + replace, 1 caller (µs, median)", fewTurn, manyTurn));

            Console.WriteLine(
                $"{Environment.NewLine}read + conditional replace a second     store   connection per operation   ratio"
            );
            var rates = new List<object>();
            foreach (var callers in (int[])[1, 8, 32])
            {
                var (ours, plain) = await RatesAsync(full, json, callers, brief ? RoundLength / 100 : RoundLength);
                rates.Add(
                    new
                    {
                        callers,
                        store = Math.Round(ours),
                        connectionPerOperation = Math.Round(plain),
                        ratio = Math.Round(ours / plain, 2),
                    }
                );
                Console.WriteLine($"{callers, 3} callers {ours, 34:N0} {plain, 26:N0} {ours / plain, 7:0.00}");
            }

            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        bytes = json.Length,
                        documents = new[] { Few, many },
                        pollMicroseconds = new[] { Math.Round(fewPoll, 1), Math.Round(manyPoll, 1) },
                        turnMicroseconds = new[] { Math.Round(fewTurn, 1), Math.Round(manyTurn, 1) },
                        rates,
                    }
                )
            );
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Filled> FilledAsync(string path, int documents, byte[] json)
    {
        var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        foreach (var chunk in Enumerable.Range(0, documents).Chunk(256))
            await Task.WhenAll(chunk.Select(i => store.CreateAsync(Document(i, json), CancellationToken.None)));
        return new(store, path, documents);
    }

    private static Document Document(int student, byte[] json) =>
        new(
            new($"student{student}", "head"),
            "person",
            json,
            DateTimeOffset.UtcNow.AddDays(1 + Random.Shared.NextDouble())
        );

    private static async Task PollAsync(SqliteDocumentStore store) =>
        await store.DueAsync(DateTimeOffset.MinValue, DateTimeOffset.UtcNow, 256, CancellationToken.None);

    private static async Task TurnAsync(Filled filled, byte[] json)
    {
        var student = Random.Shared.Next(filled.Documents);
        for (var written = false; !written; )
        {
            var read = await filled.Store.GetAsync(new($"student{student}", "head"), CancellationToken.None);
            written = (
                await filled.Store.ReplaceAsync(Document(student, json), read!.ETag, CancellationToken.None)
            ).Written;
        }
    }

    /// <summary>Medians of two things done in turns, in microseconds.</summary>
    private static async Task<(double One, double Other)> CompareAsync(int times, Func<Task> one, Func<Task> other)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var i = 0; i < times * 2; i++)
        {
            first.Add(await TimedAsync(one));
            second.Add(await TimedAsync(other));
        }

        return (Median(first.Skip(times)), Median(second.Skip(times)));
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalMicroseconds;
    }

    /// <summary>Medians of rounds that alternate between the two designs on the same file.</summary>
    private static async Task<(double Ours, double Plain)> RatesAsync(
        Filled filled,
        byte[] json,
        int callers,
        TimeSpan length
    )
    {
        var plain = new ConnectionPerOperation(filled.Path);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await RateAsync(callers, length, () => TurnAsync(filled, json)));
            theirs.Add(
                await RateAsync(
                    callers,
                    length,
                    () =>
                    {
                        while (!plain.ReadAndReplace($"student{Random.Shared.Next(filled.Documents)}", json))
                        {
                            // Somebody else was faster: again, as the bot does.
                        }

                        return Task.CompletedTask;
                    }
                )
            );
        }

        return (Median(ours.Skip(1)), Median(theirs.Skip(1)));
    }

    private static async Task<double> RateAsync(int callers, TimeSpan length, Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ =>
                    Task.Factory.StartNew(
                            async () =>
                            {
                                var count = 0;
                                for (; Stopwatch.GetElapsedTime(since) < length; count++)
                                    await work();
                                return count;
                            },
                            CancellationToken.None,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                        .Unwrap()
                )
        );
        return done.Sum() / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) =>
        values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static string Row(string what, double few, double many) =>
        $"{what, -40} {few, 10:N1} {many, 10:N1} {many / few, 7:0.00}";

    private sealed record Filled(SqliteDocumentStore Store, string Path, int Documents) : IDisposable
    {
        public void Dispose() => Store.Dispose();
    }
}
