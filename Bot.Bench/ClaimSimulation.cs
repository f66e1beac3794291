using Milestones.Storage;

namespace Milestones.Bench;

/// <summary>
/// Processes that poll one store for documents due at one moment, as <c>AlarmService</c> does: a page, some at once, read, and replace under the ETag.
/// Time is simulated; how long a request takes is drawn from ranges as Cosmos DB shows them.
/// </summary>
/// <param name="order">In which order a process takes a page.</param>
/// <param name="meetings">After so many documents that another process was at first, a process leaves the page and polls again; null for never.</param>
internal sealed class ClaimSimulation(
    int processes, int documents, Func<IReadOnlyList<DocumentKey>, Random, IEnumerable<DocumentKey>> order, int? meetings, Random random)
{
    private const int Page = 256;
    private const int AtOnce = 16;
    private const double PauseMilliseconds = 2000;

    private readonly PriorityQueue<Action, double> _events = new();
    private readonly List<DocumentKey> _due = [.. Enumerable.Range(0, documents).Select(i => new DocumentKey($"student{i}", "head"))];
    private readonly HashSet<DocumentKey> _done = [];
    private double _now;

    /// <summary>Claims that were saved.</summary>
    public int Won { get; private set; }

    /// <summary>Claims that found, on saving, that another process had been faster.</summary>
    public int Lost { get; private set; }

    /// <summary>Reads that found the document taken care of: cheap, and nothing is tried.</summary>
    public int InVain { get; private set; }

    public int Polls { get; private set; }

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
        IReadOnlyList<DocumentKey> page = [.. _due.Where(key => !_done.Contains(key)).Take(Page)];
        var mine = new Queue<DocumentKey>(order(page, random));
        var met = 0;
        var busy = Math.Min(AtOnce, mine.Count);
        Polls++;
        for (var i = 0; i < busy; i++)
            At(Between(5, 10), Next);
        if (busy == 0 && _done.Count < documents)
            At(PauseMilliseconds, Poll);

        void Next()
        {
            var leave = met >= meetings;
            if (!leave && mine.TryDequeue(out var key))
                At(Between(1, 4), () => Look(key, Next, () => met++));
            else if (--busy == 0 && _done.Count < documents)
                At(leave || page.Count == Page ? 0 : PauseMilliseconds, Poll);
        }
    }

    private void Look(DocumentKey key, Action next, Action meet)
    {
        if (_done.Contains(key))
        {
            InVain++;
            meet();
            next();
            return;
        }

        At(Between(4, 12), () =>
        {
            if (_done.Add(key))
            {
                (Won, Milliseconds) = (Won + 1, _now);
            }
            else
            {
                Lost++;
                meet();
            }

            next();
        });
    }

    private void At(double after, Action happens) => _events.Enqueue(happens, _now + after);

    private double Between(double least, double most) => least + ((most - least) * random.NextDouble());
}
