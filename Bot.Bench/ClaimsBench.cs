using System.Globalization;
using System.Text.Json;
using Milestones.Conversations;
using Milestones.Turns;

namespace Milestones.Bench;

/// <summary>
/// <c>claims</c>: the share of lost claims when 1, 2, 4 and 8 processes find 2,000 documents due at one moment, by the
/// order they take them in.
/// </summary>
internal static class ClaimsBench
{
    private const int Documents = 2000;
    private const int Runs = 40;

    private static readonly (string Name, Func<Random, ITakingOrder> Order)[] Orders =
    [
        ("as polled", _ => new AsPolled()),
        ("shuffled", random => new Shuffled(random)),
        ("own stretch, to the end", random => new OwnStretch(random, elsewhere: false)),
        ("own stretch, then elsewhere", random => new OwnStretch(random, elsewhere: true)),
    ];

    public static int Run(bool brief)
    {
        var count = brief ? 1 : Runs;
        Console.WriteLine($"{Documents} documents due at once, {count} simulated runs");
        Console.WriteLine(
            "order                         processes   lost claims   reads in vain   keys polled   all done after"
        );
        var rows = new List<object>();
        foreach (var (name, order) in Orders)
        {
            foreach (var processes in (int[])[1, 2, 4, 8])
            {
                var runs = Enumerable
                    .Range(0, count)
                    .Select(run => new ClaimSimulation(processes, Documents, order, new Random(run)).Run())
                    .ToList();
                var lost = (double)runs.Sum(run => run.Lost) / runs.Sum(run => run.Lost + run.Won);
                var vain = (double)runs.Sum(run => run.InVain) / runs.Sum(run => run.InVain + run.Lost + run.Won);
                var polled = runs.Average(run => run.Polled);
                var seconds = runs.Average(run => run.Milliseconds) / 1000;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name, -29} {processes, 9} {lost, 13:P2} {vain, 15:P1} {polled, 13:N0} {seconds, 14:0.00} s"
                    )
                );
                rows.Add(
                    new
                    {
                        order = name,
                        processes,
                        lost = Math.Round(lost, 5),
                        inVain = Math.Round(vain, 4),
                        polled = Math.Round(polled),
                        seconds = Math.Round(seconds, 2),
                    }
                );
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { claims = rows }));
        return 0;
    }

    private sealed class AsPolled : ITakingOrder
    {
        private readonly Queue<DocumentKey> _keys = new();

        public void Add(DocumentKey key) => _keys.Enqueue(key);

        public DocumentKey? Take() => _keys.TryDequeue(out var key) ? key : null;

        public void Won() { }

        public IReadOnlyList<DocumentKey> Met() => [];
    }

    private sealed class Shuffled(Random random) : ITakingOrder
    {
        private readonly PriorityQueue<DocumentKey, int> _keys = new();

        public void Add(DocumentKey key) => _keys.Enqueue(key, random.Next());

        public DocumentKey? Take() => _keys.TryDequeue(out var key, out _) ? key : null;

        public void Won() { }

        public IReadOnlyList<DocumentKey> Met() => [];
    }

    private sealed class OwnStretch(Random random, bool elsewhere) : ITakingOrder
    {
        private readonly DueOrder _order = new(random);

        public void Add(DocumentKey key) => _order.Add(key);

        public DocumentKey? Take() => _order.Take();

        public void Won() => _order.Won();

        public IReadOnlyList<DocumentKey> Met() => elsewhere ? _order.Met() : [];
    }
}
