using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Restart;

/// <summary>
/// <c>restart</c>: from the start of the process until the first turn is answered, with an empty store and with a full
/// one, in turns.
/// </summary>
internal static class RestartBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(int documents, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            var (none, full) = (Path.Combine(folder.FullName, "none.db"), Path.Combine(folder.FullName, "full.db"));
            await FillAsync(full, documents);
            var (withNone, withAll) = (new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                File.Delete(none);
                var times = (
                    None: await FirstTurnAsync(folder.FullName, none, round),
                    All: await FirstTurnAsync(folder.FullName, full, round)
                );

                // The first start also reads the program from the disk.
                if (round == 0)
                    continue;
                withNone.Add(times.None);
                withAll.Add(times.All);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"no documents: {times.None, 6:N0} ms   {documents:N0} documents: {times.All, 6:N0} ms"
                    )
                );
            }

            var (median, medianFull) = (Median(withNone), Median(withAll));
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        documents,
                        rounds,
                        firstTurnMilliseconds = new { empty = Math.Round(median), full = Math.Round(medianFull) },
                        ratio = Math.Round(medianFull / median, 2),
                    }
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(string path, int documents)
    {
        using var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        var json = JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', 2048 - 11) });
        foreach (var chunk in Enumerable.Range(0, documents).Chunk(256))
        {
            await Task.WhenAll(
                chunk.Select(i =>
                    store.CreateAsync(
                        new(
                            new($"student{i}", "head"),
                            "person",
                            json,
                            DateTimeOffset.UtcNow.AddDays(1 + Random.Shared.NextDouble())
                        ),
                        CancellationToken.None
                    )
                )
            );
        }
    }

    /// <summary>
    /// Milliseconds until the message of a new student is acknowledged; it is sent again and again until somebody
    /// listens.
    /// </summary>
    private static async Task<double> FirstTurnAsync(string folder, string database, int round)
    {
        await using var connector = await StubConnector.StartAsync(_ => { });
        await using var bot = new BotInstance(folder, database);
        using var http = new HttpClient();
        var message = new ScriptedStudent(round).Says(0, ScriptedStudent.Dialog[0], connector.ServiceUrl);
        var since = Stopwatch.GetTimestamp();
        bot.Start();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            using var content = new ByteArrayContent(message);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            try
            {
                using var response = await http.PostAsync(bot.Messages, content);
                if (response.IsSuccessStatusCode)
                    return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }

        throw new TimeoutException($"The bot did not answer. It wrote: {bot.Output}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
