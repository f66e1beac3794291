using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Sending;

/// <summary>What a look for due work costs, by the number of documents in the file; medians.</summary>
internal sealed record PollCurve(int Documents, double NothingDueMicroseconds, double HundredDueMicroseconds)
{
    private const int Due = 100;
    private const int Times = 300;

    public static async Task<PollCurve> OfAsync(int documents, int bytes, string folder)
    {
        using var store = new SqliteDocumentStore(
            Path.Combine(folder, $"poll-{documents}.db"),
            TimeProvider.System,
            NullLogger<SqliteDocumentStore>.Instance
        );
        var json = JsonOf(bytes);
        foreach (var chunk in Enumerable.Range(0, documents).Chunk(500))
        {
            await Task.WhenAll(
                chunk.Select(n =>
                    store.CreateAsync(
                        Document(n, json, DateTimeOffset.UtcNow.AddDays(1 + Random.Shared.NextDouble())),
                        CancellationToken.None
                    )
                )
            );
        }

        var nothing = await MedianAsync(store, found: 0);
        for (var n = 0; n < Due; n++)
        {
            var stored = await store.GetAsync(
                Document(n * (documents / Due), json, default).Key,
                CancellationToken.None
            );
            await store.ReplaceAsync(
                stored!.Document with
                {
                    WakeAt = DateTimeOffset.UtcNow.AddMinutes(-1),
                },
                stored.ETag,
                CancellationToken.None
            );
        }

        return new(documents, nothing, await MedianAsync(store, Due));
    }

    private static byte[] JsonOf(int bytes) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', bytes - 11)}}"}""");

    private static Document Document(int n, byte[] json, DateTimeOffset wakeAt) =>
        new(new($"student{n}", DocumentKeys.Head), "person", json, wakeAt);

    private static async Task<double> MedianAsync(SqliteDocumentStore store, int found)
    {
        var times = new List<double>();
        for (var n = 0; n < 2 * Times; n++)
        {
            var since = Stopwatch.GetTimestamp();
            var due = await store.DueAsync(
                DateTimeOffset.MinValue,
                DateTimeOffset.UtcNow,
                1000,
                CancellationToken.None
            );
            times.Add(Stopwatch.GetElapsedTime(since).TotalMicroseconds);
            if (due.Count != found)
                throw new InvalidOperationException($"{due.Count} documents are due, not {found}.");
        }

        return Math.Round(times.Skip(Times).Order().ElementAt(Times / 2), 1);
    }
}
