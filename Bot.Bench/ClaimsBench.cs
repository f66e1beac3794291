using System.Globalization;
using System.Text.Json;
using Milestones.Scheduling;
using Milestones.Storage;

namespace Milestones.Bench;

/// <summary><c>claims</c>: the share of lost claims when 1, 2, 4 and 8 processes find 2,000 documents due at one moment, by the order they take them in.</summary>
internal static class ClaimsBench
{
    private const int Documents = 2000;
    private const int Runs = 40;

    private static readonly (string Name, int? Meetings, Func<IReadOnlyList<DocumentKey>, Random, IEnumerable<DocumentKey>> Order)[] Orders =
    [
        ("as polled", null, (keys, _) => keys),
        ("shuffled", null, (keys, random) => keys.OrderBy(_ => random.Next())),
        ("own stretch, to the end", null, OwnStretch),
        ("own stretch, then afresh", DueOrder.MeetingsBeforeLookingAgain, OwnStretch),
    ];

    private static IEnumerable<DocumentKey> OwnStretch(IReadOnlyList<DocumentKey> keys, Random random) =>
        DueOrder.From(keys, (ulong)random.NextInt64(long.MinValue, long.MaxValue));

    public static int Run()
    {
        Console.WriteLine($"{Documents} documents due at once, {Runs} simulated runs");
        Console.WriteLine("order                     processes   lost claims   reads in vain   polls   all done after");
        var rows = new List<object>();
        foreach (var (name, meetings, order) in Orders)
        {
            foreach (var processes in (int[])[1, 2, 4, 8])
            {
                var runs = Enumerable.Range(0, Runs).Select(run => new ClaimSimulation(processes, Documents, order, meetings, new Random(run)).Run()).ToList();
                var lost = (double)runs.Sum(run => run.Lost) / runs.Sum(run => run.Lost + run.Won);
                var vain = (double)runs.Sum(run => run.InVain) / runs.Sum(run => run.InVain + run.Lost + run.Won);
                var polls = runs.Average(run => run.Polls);
                var seconds = runs.Average(run => run.Milliseconds) / 1000;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-25} {processes,9} {lost,13:P2} {vain,15:P1} {polls,7:0} {seconds,14:0.00} s"));
                rows.Add(new { order = name, processes, lost = Math.Round(lost, 5), inVain = Math.Round(vain, 4), polls = Math.Round(polls), seconds = Math.Round(seconds, 2) });
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { claims = rows }));
        return 0;
    }
}
