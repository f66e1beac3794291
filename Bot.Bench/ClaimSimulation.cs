using Milestones.Conversations;

namespace Milestones.Bench;

/// <summary>How a process goes through what it has found to be due.</summary>
internal interface ITakingOrder
{
    void Add(DocumentKey key);

    DocumentKey? Take();

    void Won();

    /// <returns>The keys that are let go of.</returns>
    IReadOnlyList<DocumentKey> Met();
}

/// <summary>
/// Processes that poll one store for documents due at one moment, as <c>AlarmService</c> does: all of them, some at
/// once, read, and replace under the
/// ETag. Time is simulated; how long a request takes is drawn from ranges as Cosmos DB shows them.
/// </summary>
internal sealed class ClaimSimulation(int processes, int documents, Func<Random, ITakingOrder> order, Random random)
{
    private const int AtOnce = 8;
    private const double PauseMilliseconds = 2000;

    private readonly PriorityQueue<Action, double> _events = new();
    private readonly List<DocumentKey> _due =
    [
        .. Enumerable.Range(0, documents).Select(i => new DocumentKey($"student{i}", "head")),
    ];
    private readonly HashSet<DocumentKey> _done = [];
    private double _now;

    /// <summary>Claims that were saved.</summary>
    public int Won { get; private set; }

    /// <summary>Claims that found, on saving, that another process had been faster.</summary>
    public int Lost { get; private set; }

    /// <summary>Reads that found the document taken care of: cheap, and nothing is tried.</summary>
    public int InVain { get; private set; }

    /// <summary>Keys in the answers to polls.</summary>
    public int Polled { get; private set; }

    /// <summary>When the last document was taken care of.</summary>
    public double Milliseconds { get; private set; }

    public ClaimSimulation Run()
    {
        for (var i = 0; i < processes; i++)
            At(Between(0, PauseMilliseconds), Poll);
        while (_events.TryDequeue(out var happens, out var time))
        {
            _now = time;
            happens();
        }

        return this;
    }

    private void Poll()
    {
        var mine = order(random);
        var busy = AtOnce;
        foreach (var key in _due.Where(key => !_done.Contains(key)))
        {
            mine.Add(key);
            Polled++;
        }

        for (var i = 0; i < busy; i++)
            At(Between(5, 10), Next);

        void Next()
        {
            if (mine.Take() is { } key)
                At(Between(1, 4), () => Look(key, Next, mine));
            else if (--busy == 0 && _done.Count < documents)
                At(Between(0, PauseMilliseconds), Poll); // The next look is at its usual time, whenever this one ends.
        }
    }

    private void Look(DocumentKey key, Action next, ITakingOrder mine)
    {
        if (_done.Contains(key))
        {
            InVain++;
            mine.Met();
            next();
            return;
        }

        At(
            Between(4, 12),
            () =>
            {
                if (_done.Add(key))
                {
                    (Won, Milliseconds) = (Won + 1, _now);
                    mine.Won();
                }
                else
                {
                    Lost++;
                    mine.Met();
                }

                next();
            }
        );
    }

    private void At(double after, Action happens) => _events.Enqueue(happens, _now + after);

    private double Between(double least, double most) => least + ((most - least) * random.NextDouble());
}
