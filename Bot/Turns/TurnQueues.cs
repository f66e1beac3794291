using Milestones.Conversations;

namespace Milestones.Turns;

/// <summary>
/// Turns of one document, as many as come at once, one after the other in this process: each is saved, and none loses a
/// race against its neighbours. Between processes the ETag decides, as ever.
/// </summary>
/// <remarks>
/// A person's turn may enter a class's queue from inside its own; a class's turn enters no other. So no two wait for
/// each other.
/// </remarks>
internal sealed class TurnQueues
{
    private readonly Dictionary<DocumentKey, Queue> _queues = [];

    /// <summary>Documents somebody is in the queue of.</summary>
    public int Count
    {
        get
        {
            lock (_queues)
            {
                return _queues.Count;
            }
        }
    }

    /// <summary>Waits until it is this caller's turn; the next one's comes when what is returned is disposed.</summary>
    /// <exception cref="OperationCanceledException">It was not, in time.</exception>
    public async ValueTask<IDisposable> EnterAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        Queue queue;
        lock (_queues)
        {
            if (!_queues.TryGetValue(key, out queue!))
                _queues.Add(key, queue = new Queue());
            queue.People++;
        }

        try
        {
            await queue.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, queue);
            throw;
        }

        return new Place(this, key, queue);
    }

    private void Leave(DocumentKey key, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.People > 0)
                return;
            _queues.Remove(key);
        }

        queue.Turn.Dispose();
    }

    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>Who waits, and whose turn it is.</summary>
        public int People { get; set; }
    }

    private sealed class Place(TurnQueues queues, DocumentKey key, Queue queue) : IDisposable
    {
        public void Dispose()
        {
            queue.Turn.Release();
            queues.Leave(key, queue);
        }
    }
}
