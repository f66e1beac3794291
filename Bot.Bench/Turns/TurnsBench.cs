using System.Globalization;
using System.Text.Json;
using Milestones.Bench.Load;

namespace Milestones.Bench.Turns;

/// <summary>
/// <c>turns</c>: the bot's coaching turns beside the least a durable bot could do, in one run and in turns, each in a process of its own.
/// The messages come from this process, which is the connector too; all three share the machine.
/// </summary>
internal static class TurnsBench
{
    private const int AtOnce = 32;
    private const int Rounds = 10;

    public static async Task<int> RunAsync(int turns, int students)
    {
        if (turns != students * Student.Dialog.Count)
            Console.WriteLine(Invariant($"A dialog has {Student.Dialog.Count} turns: {students:N0} students take {students * Student.Dialog.Count:N0}."));

        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            await using var crowd = await Crowd.StartAsync();
            await using var bot = await Contender.StartAsync("serve-bot", folder.FullName);
            await using var bare = await Contender.StartAsync("serve-bare", folder.FullName);
            Console.WriteLine(Invariant($"{AtOnce} conversations at once; synchronous=FULL and the same group-commit store in both; {Environment.ProcessorCount} processors for all."));
            Console.WriteLine("   turns    bot/s   bare/s   ratio   bot's memory (MB)");
            for (var round = 0; round < Rounds; round++)
            {
                await bot.RunAsync(crowd, students / Rounds, AtOnce);
                await bare.RunAsync(crowd, students / Rounds, AtOnce);
                Console.WriteLine(Invariant(
                    $"{bot.Turns,8:N0} {bot.Rates[^1],8:N0} {bare.Rates[^1],8:N0} {bot.Rates[^1] / bare.Rates[^1],7:0.00} {Megabytes(bot.Counters!.WorkingSet),11:0.0}"));
            }

            Report(bot, bare);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(Contender bot, Contender bare)
    {
        Console.WriteLine($"{Environment.NewLine}                                       bot       bare");
        Row("turns a second", bot.Rate, bare.Rate);
        Row("reply after, median (ms)", bot.Latency(0.5), bare.Latency(0.5));
        Row("reply after, 95 of 100 (ms)", bot.Latency(0.95), bare.Latency(0.95));
        Row("reply after, 99 of 100 (ms)", bot.Latency(0.99), bare.Latency(0.99));
        Row("processor time a turn (µs)", bot.ProcessorMicrosecondsPerTurn, bare.ProcessorMicrosecondsPerTurn);
        Row("allocated a turn (KB)", bot.AllocatedPerTurn / 1024, bare.AllocatedPerTurn / 1024);
        Row("peak memory (MB)", Megabytes(bot.Counters!.PeakWorkingSet), Megabytes(bare.Counters!.PeakWorkingSet));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            ratio = Math.Round(bot.Rate / bare.Rate, 3),
            ratioOfRounds = Math.Round(bot.Rates.Zip(bare.Rates, (ours, theirs) => ours / theirs).Order().ElementAt(bot.Rates.Count / 2), 3),
            turns = bot.Turns,
            bot = Figures(bot),
            bare = Figures(bare),
        }));
    }

    private static object Figures(Contender server) => new
    {
        turnsPerSecond = Math.Round(server.Rate),
        p50Milliseconds = Math.Round(server.Latency(0.5), 1),
        p95Milliseconds = Math.Round(server.Latency(0.95), 1),
        p99Milliseconds = Math.Round(server.Latency(0.99), 1),
        processorMicrosecondsPerTurn = Math.Round(server.ProcessorMicrosecondsPerTurn),
        allocatedBytesPerTurn = Math.Round(server.AllocatedPerTurn),
        peakMegabytes = Math.Round(Megabytes(server.Counters!.PeakWorkingSet), 1),
    };

    private static void Row(string what, double bot, double bare) => Console.WriteLine(Invariant($"{what,-30} {bot,11:N1} {bare,10:N1}"));

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
