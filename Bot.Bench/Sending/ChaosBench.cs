using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Milestones.Bench.Sending;

/// <summary>
/// <c>chaos</c>: the bot's own program is killed with -9 at random moments while it sends a week's prompts through a connector that refuses, fails
/// and does not answer. Afterwards every student is accounted for: the prompt arrived once, or the document says that nobody knows.
/// </summary>
internal sealed class ChaosBench(int kills, int students, int tenants, int processes, int seed)
{
    public async Task<int> RunAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var random = new Random(seed);
        var account = new Account();
        while (account.Kills < kills)
            await new ChaosRun(students, tenants, processes, random, account).RunAsync(kills - account.Kills);

        foreach (var unknown in account.Unknown)
            Console.WriteLine(unknown);
        foreach (var fault in account.Faults)
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {account.Students:N0} students, {account.Kills} kills of {processes} processes in {account.Runs} fan-outs
            sent, and known to be      {account.Sent,8:N0}
            unknown                    {account.Unknown.Count,8:N0}
              the connector's doubt    {account.OfConnector,8:N0}   (500, or no answer)
              in flight at a kill      {account.Unanswered,8:N0}   at the connector, not answered
                                       {account.Unnoted,8:N0}   answered, not noted yet
                                       {account.NeverLeft,8:N0}   claimed, not at the connector yet
            in flight at the kills     {account.InFlight,8:N0}
            twice                      {account.Twice,8:N0}
            unaccounted for            {account.Unaccounted,8:N0}
            faults                     {account.Faults.Count,8:N0}
            429 / 500 / no answer      {account.Refused,8:N0} / {account.Failed:N0} / {account.NotAnswered:N0} made by the connector
            429 because of a limit     {account.OverLimit,8:N0}
            """));
        Console.WriteLine(JsonSerializer.Serialize(new
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
        }));
        return account.Faults.Count == 0 ? 0 : 1;
    }
}
