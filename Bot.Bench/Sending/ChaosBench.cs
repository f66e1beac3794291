using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Sending;

/// <summary>
/// <c>chaos</c>: the bot's own program is killed with -9 at random moments while it sends a week's prompts through a
/// connector that refuses, fails
/// and does not answer. Afterwards every student is accounted for: the prompt arrived once, or the document says that
/// nobody knows.
/// </summary>
internal sealed class ChaosBench(int kills, int students, int tenants, int processes, int seed)
{
    private const int PerSecond = 30;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    // What a crash leaves is taken up sooner than in earnest; a lease is still longer than a call that is not answered.
    private static readonly Dictionary<string, string> Hurry = new(StringComparer.Ordinal)
    {
        ["Outbox__Lease"] = "00:00:20",
        ["Outbox__Idle"] = "00:00:01",
        ["Outbox__Pause"] = "00:00:00.5",
        ["Logging__LogLevel__Default"] = "Error",
    };

    /// <param name="brief">Every call is answered, and so a lease may be as short as that allows.</param>
    public async Task<int> RunAsync(bool brief)
    {
        var since = Stopwatch.GetTimestamp();
        var random = new Random(seed);
        var account = new Account();
        while (account.Kills < kills)
            await FanOutAsync(random, account, brief);

        foreach (var unknown in account.Unknown)
            Console.WriteLine(unknown);
        foreach (var fault in account.Faults)
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""

                {account.Students:N0} students, {account.Kills} kills of {processes} processes in {account.Runs} fan-outs
                sent, and known to be      {account.Sent, 8:N0}
                unknown                    {account.Unknown.Count, 8:N0}
                  the connector's doubt    {account.OfConnector, 8:N0}   (500, or no answer)
                  in flight at a kill      {account.Unanswered, 8:N0}   at the connector, not answered
                                           {account.Unnoted, 8:N0}   answered, not noted yet
                                           {account.NeverLeft, 8:N0}   claimed, not at the connector yet
                in flight at the kills     {account.InFlight, 8:N0}
                twice                      {account.Twice, 8:N0}
                unaccounted for            {account.Unaccounted, 8:N0}
                faults                     {account.Faults.Count, 8:N0}
                429 / 500 / no answer      {account.Refused, 8:N0} / {account.Failed:N0} / {account.NotAnswered:N0} made by the connector
                429 because of a limit     {account.OverLimit, 8:N0}
                """
            )
        );
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    account.Students,
                    account.Kills,
                    processes,
                    fanouts = account.Runs,
                    seed,
                    account.Sent,
                    unknown = account.Unknown.Count,
                    unknownToConnector = account.OfConnector,
                    unknownUnanswered = account.Unanswered,
                    unknownUnnoted = account.Unnoted,
                    unknownNeverLeft = account.NeverLeft,
                    inFlightAtKills = account.InFlight,
                    account.Twice,
                    account.Unaccounted,
                    faults = account.Faults.Count,
                    account.Refused,
                    account.Failed,
                    account.NotAnswered,
                    account.OverLimit,
                    seconds = Math.Round(Stopwatch.GetElapsedTime(since).TotalSeconds),
                }
            )
        );
        return account.Faults.Count == 0 ? 0 : 1;
    }

    private async Task FanOutAsync(Random random, Account account, bool brief)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-chaos-");
        var file = Path.Combine(folder.FullName, "milestones.db");
        var settings = new Dictionary<string, string>(Hurry, StringComparer.Ordinal)
        {
            ["Limits__TenantPerSecond"] = (PerSecond / processes).ToString(CultureInfo.InvariantCulture),
        };
        if (brief)
            settings["Outbox__Lease"] = "00:00:03";
        var bots = Enumerable
            .Range(0, processes)
            .Select(_ => new BotInstance(folder.FullName, file, settings))
            .ToList();
        try
        {
            var trouble = new Random(random.Next());
            await using var connector = await TeamsConnector.StartAsync(
                new TeamsLimits(PerSecond),
                Latency,
                () => Trouble(trouble) is var answer && brief && answer == Answer.None ? Answer.Taken : answer
            );
            using var store = new SqliteDocumentStore(
                file,
                TimeProvider.System,
                NullLogger<SqliteDocumentStore>.Instance
            );
            var school = new School(tenants, Math.Max(tenants, students / 30), students, connector.ServiceUrl);
            await school.FillAsync(store, ThisMinute());
            await new ChaosRun(school, store, connector, bots, random, account).RunAsync(kills - account.Kills);
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>10 % of 429, 2 % of 500 and 1 % without an answer.</summary>
    private static Answer Trouble(Random random) =>
        random.Next(100) switch
        {
            < 10 => Answer.Refused,
            < 12 => Answer.Failed,
            < 13 => Answer.None,
            _ => Answer.Taken,
        };

    private static DateTimeOffset ThisMinute()
    {
        var now = DateTimeOffset.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }
}
