using Milestones.Conversations;

namespace Milestones.Turns;

/// <summary>
/// What is due in one tenant and waits for its turn. Each tenant's documents wait apart, so that one whose rate is used
/// up keeps no other waiting.
/// Classes go first: they are few, and their adults wait for what they have to say.
/// </summary>
/// <param name="take">Takes a document's turn; it throws nothing but a cancellation, when the process stops.</param>
/// <param name="looking">A look at what is due is under way.</param>
internal sealed class TenantAlarms(Func<DocumentKey, Task<AlarmEnd>> take, bool looking)
{
    /// <summary>
    /// Keys that wait in memory; about a minute's work at the usual rate. What finds no place here waits in the store.
    /// </summary>
    public const int Most = 2000;

    /// <summary>Turns at once: enough to use the rate up when a turn takes a quarter of a second.</summary>
    private const int AtOnce = 8;

    private readonly Lock _lock = new();
    private readonly HashSet<DocumentKey> _known = [];
    private readonly List<DocumentKey> _ended = [];
    private readonly Queue<DocumentKey> _classes = new();
    private readonly DueOrder _people = new(Random.Shared);
    private readonly List<Task> _workers = [];
    private int _working;
    private bool _looking = looking;
    private bool _leftOut;

    /// <summary>Nothing waits and nothing is under way.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _known.Count == 0;
        }
    }

    /// <summary>Keys were left out, and there is a place for them again.</summary>
    public bool IsHungry
    {
        get
        {
            lock (_lock)
                return _leftOut && _known.Count < Most / 2;
        }
    }

    /// <summary>Ends when all that waits now has had its turn.</summary>
    public Task Ended
    {
        get
        {
            lock (_lock)
                return Task.WhenAll(_workers);
        }
    }

    /// <summary>
    /// A look at what is due begins: until it ends it may find what had its turn meanwhile, as if that were due still.
    /// </summary>
    /// <param name="all">At everything that is due: what it leaves out is told anew.</param>
    public void BeginLook(bool all)
    {
        lock (_lock)
        {
            _looking = true;
            _leftOut &= !all;
        }
    }

    public void EndLook()
    {
        lock (_lock)
        {
            _looking = false;
            _known.ExceptWith(_ended);
            _ended.Clear();
        }
    }

    /// <returns>True when it is new and has a place.</returns>
    public bool Add(DocumentKey key)
    {
        lock (_lock)
        {
            if (_known.Contains(key))
                return false;
            if (_known.Count >= Most)
            {
                _leftOut = true;
                return false;
            }

            _known.Add(key);
            Put(key);
            if (_working < AtOnce)
            {
                _working++;
                _workers.RemoveAll(worker => worker.IsCompleted);
                _workers.Add(WorkAsync());
            }

            return true;
        }
    }

    private async Task WorkAsync()
    {
        await Task.Yield();
        try
        {
            while (Next() is { } key)
                Note(key, await take(key));
        }
        catch (OperationCanceledException)
        {
            // The process stops: what is due stays due.
        }
    }

    private DocumentKey? Next()
    {
        lock (_lock)
        {
            DocumentKey? next = _classes.TryDequeue(out var first) ? first : _people.Take();
            _working -= next is null ? 1 : 0;
            return next;
        }
    }

    private void Note(DocumentKey key, AlarmEnd end)
    {
        lock (_lock)
        {
            if (end == AlarmEnd.NoRoom)
            {
                Put(key);
                return;
            }

            if (_looking)
                _ended.Add(key);
            else
                _known.Remove(key);
            if (end == AlarmEnd.Taken)
                _people.Won();
            else
                _known.ExceptWith(_people.Met());
        }
    }

    private void Put(DocumentKey key)
    {
        if (DocumentKeys.IsClassroom(key))
            _classes.Enqueue(key);
        else
            _people.Add(key);
    }
}
