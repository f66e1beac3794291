using System.Text.Json;
using Milestones.Bench.Load;

namespace Milestones.Bench.Turns;

/// <summary>
/// <c>turns</c>: the bot's coaching turns beside the least a durable bot could do, in one run and in turns, each in a
/// process of its own.
/// The messages come from this process, which is the connector too; all of them share the machine.
/// </summary>
internal static class TurnsBench
{
    private const int AtOnce = 32;
    private const int Rounds = 10;

    /// <summary>Students before the first round, so that the rounds do not measure the compiler.</summary>
    private const int WarmUp = 200;

    public static async Task<int> RunAsync(int turns, int students, bool brief)
    {
        if (turns != students * ScriptedStudent.Dialog.Count)
        {
            Console.WriteLine(
                $"A dialog has {ScriptedStudent.Dialog.Count} turns: {students:N0} students take "
                    + $"{students * ScriptedStudent.Dialog.Count:N0}."
            );
        }

        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            await using var crowd = await Crowd.StartAsync();
            await using var bot = await Contender.StartAsync("serve-bot", folder.FullName);
            await using var store = await Contender.StartAsync("serve-bare-store", folder.FullName);
            await using var connection = await Contender.StartAsync("serve-bare-connection", folder.FullName);
            Contender[] all = [bot, store, connection];
            Explain();
            foreach (var server in all)
                await crowd.RunAsync(server.Messages, brief ? AtOnce : WarmUp, AtOnce);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var server in all)
                    await server.RunAsync(crowd, students / Rounds, AtOnce);
                Console.WriteLine(
                    $"{bot.Turns, 8:N0} {bot.Rates[^1], 8:N0} {store.Rates[^1], 8:N0} "
                        + $"{connection.Rates[^1], 8:N0} {Megabytes(bot.Counters!.WorkingSet), 21:0.0}"
                );
            }

            Report(bot, store, connection);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Explain() =>
        Console.WriteLine(
            $"""
            {AtOnce} conversations at once, {Environment.ProcessorCount} processors for all; every write is durable (WAL, synchronous=FULL).
            store: a bare endpoint on the bot's own group-commit store; connection: the same on one connection, a commit for each write.

            turns a second of each round, one server after the other:
               turns      bot    store  connection   bot's memory (MB)
            """
        );

    private static void Report(Contender bot, Contender store, Contender connection)
    {
        Console.WriteLine($"{Environment.NewLine}                                      bot      store connection");
        Row("turns a second", server => server.Rate);
        Row("reply after, median (ms)", server => server.Latency(0.5));
        Row("reply after, 95 of 100 (ms)", server => server.Latency(0.95));
        Row("reply after, 99 of 100 (ms)", server => server.Latency(0.99));
        Row("processor time a turn (µs)", server => server.ProcessorMicrosecondsPerTurn);
        Row("allocated a turn (KB)", server => server.AllocatedPerTurn / 1024);
        Row("peak memory (MB)", server => Megabytes(server.Counters!.PeakWorkingSet));
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    ratioToStore = Ratio(bot, store),
                    ratioToConnection = Ratio(bot, connection),
                    turns = bot.Turns,
                    bot = Figures(bot),
                    store = Figures(store),
                    connection = Figures(connection),
                }
            )
        );

        void Row(string what, Func<Contender, double> figure) =>
            Console.WriteLine($"{what, -30} {figure(bot), 10:N1} {figure(store), 10:N1} {figure(connection), 10:N1}");
    }

    /// <summary>Of the medians, because one slow round on a busy machine says nothing about a server.</summary>
    private static double Ratio(Contender bot, Contender other) =>
        Math.Round(Median(bot.Rates) / Median(other.Rates), 3);

    private static object Figures(Contender server) =>
        new
        {
            turnsPerSecond = Math.Round(server.Rate),
            p50Milliseconds = Math.Round(server.Latency(0.5), 1),
            p95Milliseconds = Math.Round(server.Latency(0.95), 1),
            p99Milliseconds = Math.Round(server.Latency(0.99), 1),
            processorMicrosecondsPerTurn = Math.Round(server.ProcessorMicrosecondsPerTurn),
            allocatedBytesPerTurn = Math.Round(server.AllocatedPerTurn),
            peakMegabytes = Math.Round(Megabytes(server.Counters!.PeakWorkingSet), 1),
            megabytesByRound = server.Memory.Select(bytes => Math.Round(Megabytes(bytes), 1)),
        };

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);
}
