using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage;

namespace Milestones.Bench.Durability;

/// <summary>
/// <c>durability</c>: the bot's own program under load, killed with -9 at random moments, one process after the other.
/// The store is a file made
/// here, or the one that settings in the environment name (<c>Store__Provider=Cosmos</c> …).
/// </summary>
internal sealed class DurabilityBench(int rounds, int processes, int students, int seed)
{
    // What a crash leaves is taken up sooner than in earnest, so that a round takes seconds, and no limit slows
    // students who talk like machines. Not too soon: a process that lives and is slow, as the first sends of one that
    // has just started are on a busy machine, must not be taken for dead twice, for an answer is then given up.
    private static readonly Dictionary<string, string> Hurry = new(
        WideLimits.Settings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)
        ),
        StringComparer.Ordinal
    )
    {
        ["Outbox__Lease"] = "00:00:05",
        ["Outbox__Idle"] = "00:00:00.2",
        ["Outbox__Pause"] = "00:00:00.1",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    public async Task<int> RunAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var verdict = new Verdict();
        var folder = Directory.CreateTempSubdirectory("milestones-durability-");
        try
        {
            await RunAsync(folder.FullName, verdict);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        foreach (var fault in verdict.Faults)
            Console.WriteLine(fault);
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    rounds = verdict.Rounds,
                    processes,
                    students,
                    seed,
                    turns = verdict.Turns,
                    redelivered = verdict.Redelivered,
                    savedUnanswered = verdict.SavedUnanswered,
                    repliesOnce = verdict.RepliesOnce,
                    repliesTwice = verdict.RepliesTwice,
                    faults = verdict.Faults.Count,
                    seconds = Math.Round(Stopwatch.GetElapsedTime(since).TotalSeconds),
                }
            )
        );
        return verdict.Faults.Count == 0 ? 0 : 1;
    }

    private async Task RunAsync(string folder, Verdict verdict)
    {
        var database = Path.Combine(folder, "milestones.db");
        var random = new Random(seed);
        var received = new Received();
        await using var connector = await StubConnector.StartAsync(received.Take);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var store = Open(database);
        var bots = Enumerable.Range(0, processes).Select(_ => new BotInstance(folder, database, Hurry)).ToList();
        try
        {
            await Task.WhenAll(bots.Select(bot => bot.StartAsync()));
            var zone = Zones.AtNoon(DateTimeOffset.UtcNow);
            for (var round = 0; round < rounds; round++)
            {
                received.Forget();
                var talking = Enumerable
                    .Range(round * students, students)
                    .Select(number => new TalkingStudent(new(number, zone), http, connector.ServiceUrl))
                    .ToList();
                await new DurabilityRound(bots, talking, received, random, verdict).RunAsync(
                    store,
                    look => LookAtCopyAsync(database, verdict, look)
                );
                if ((round + 1) % 10 == 0)
                {
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{round + 1, 4} rounds, {verdict.Turns:N0} turns, {verdict.Faults.Count} faults"
                        )
                    );
                }
            }
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }

        if (File.Exists(database))
            CheckIntegrity(database, verdict);
    }

    private static IDocumentStore Open(string database)
    {
        var options =
            BotApplication.Configuration().GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        options.Sqlite.Path = database;
        return StorageRegistration.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
    }

    /// <summary>What a kill left on the disk, in a copy: the bot itself has to mend the original.</summary>
    private static async Task LookAtCopyAsync(string database, Verdict verdict, Func<IDocumentStore, Task> look)
    {
        if (!File.Exists(database))
            return;
        var copy = database + ".copy";
        foreach (var part in (string[])["", "-wal"])
        {
            if (File.Exists(database + part))
                File.Copy(database + part, copy + part, overwrite: true);
        }

        using (var left = Open(copy))
            await look(left);
        CheckIntegrity(copy, verdict);
    }

    private static void CheckIntegrity(string file, Verdict verdict)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (check.ExecuteScalar() is not "ok")
            verdict.Faults.Add("The file is damaged: integrity_check does not say ok.");
    }
}
