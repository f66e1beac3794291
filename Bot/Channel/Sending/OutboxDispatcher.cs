using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Milestones.Conversations;

namespace Milestones.Channel.Sending;

/// <summary>
/// Sends what was committed, one document's messages in their order, and keeps what became of them until a commit takes
/// note.
/// It holds nothing that matters: after a crash the documents' alarms find what is left.
/// </summary>
internal sealed class OutboxDispatcher(OutboxSender sender, IOptions<OutboxOptions> options, TimeProvider time)
    : IAsyncDisposable
{
    /// <summary>
    /// A document idle for so long gets a commit of its own for its deliveries, well before their lease ends. Longer
    /// than a student thinks between two messages, because each such commit costs as much as a turn.
    /// </summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<DocumentKey, Lane> _lanes = new();
    private readonly Channel<DocumentKey> _toNote = System.Threading.Channels.Channel.CreateUnbounded<DocumentKey>();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>
    /// Documents with a post that has come to its end. Unlike an answer's, its end is noted at once: no turn of the
    /// student's is to be expected, and
    /// a post that is not noted when the process is killed becomes one of which nobody knows whether it arrived.
    /// </summary>
    public IAsyncEnumerable<DocumentKey> ToNoteAsync(CancellationToken cancellationToken) =>
        _toNote.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Takes over committed entries; returns at once.</summary>
    /// <param name="permit">Room for the first post among them; kept only if there is one.</param>
    public void Send(
        DocumentKey key,
        ConversationReference? chat,
        IReadOnlyList<OutboxEntry> entries,
        SendPermit? permit = null
    )
    {
        if (entries.Count == 0)
        {
            return;
        }

        while (
            !_lanes
                .GetOrAdd(key, _ => new Lane())
                .TryAdd(entries, chat, permit, SendAsync, () => _toNote.Writer.TryWrite(key))
        )
        {
            // The lane was just closed because it was empty; the next look finds a new one.
        }
    }

    /// <summary>What became of this document's entries since the last commit that took note.</summary>
    public IReadOnlyList<Delivery> Deliveries(DocumentKey key) =>
        _lanes.TryGetValue(key, out var lane) ? lane.Deliveries() : [];

    /// <summary>The ids of this document's entries that are being sent, or wait here behind others.</summary>
    public IReadOnlySet<string> UnderWay(DocumentKey key) =>
        _lanes.TryGetValue(key, out var lane) ? lane.UnderWay() : FrozenSet<string>.Empty;

    /// <summary>A commit took note of these deliveries.</summary>
    public void Noted(DocumentKey key, IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count > 0 && _lanes.TryGetValue(key, out var lane) && lane.Forget(deliveries))
        {
            _lanes.TryRemove(new(key, lane));
        }
    }

    /// <summary>
    /// Documents with deliveries that no turn took note of for a while, or with some that are not to wait.
    /// </summary>
    public IReadOnlyList<DocumentKey> Unnoted() => Unnoted(time.GetUtcNow() - options.Value.Idle);

    /// <summary>
    /// All with deliveries, before the process stops: what nobody noted another one takes for lost, and sends again.
    /// </summary>
    public IReadOnlyList<DocumentKey> LastUnnoted() => Unnoted(DateTimeOffset.MaxValue);

    /// <summary>Ends when what was taken over for this document until now has been sent, given up or put off.</summary>
    public Task SentAsync(DocumentKey key) => _lanes.TryGetValue(key, out var lane) ? lane.Ended : Task.CompletedTask;

    /// <summary>Ends when everything that was taken over until now has been sent, given up or put off.</summary>
    public Task SentAsync() => Task.WhenAll(_lanes.Values.Select(lane => lane.Ended));

    /// <summary>Documents with messages under way or unnoted, in this process.</summary>
    public int Open => _lanes.Count;

    /// <summary>
    /// Sends nothing more: what is left stays in its documents. Ends when nothing is under way; takes place while
    /// everything that takes turns is still there.
    /// </summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await SentAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task<(Delivery Delivery, DateTimeOffset At)> SendAsync(
        OutboxEntry entry,
        ConversationReference? chat,
        SendPermit? permit
    ) => (await sender.SendAsync(entry, chat, permit, _stopping.Token), time.GetUtcNow());

    private IReadOnlyList<DocumentKey> Unnoted(DateTimeOffset before) =>
        [.. _lanes.Where(lane => lane.Value.QuietSince(before)).Select(lane => lane.Key)];

    private delegate Task<(Delivery Delivery, DateTimeOffset At)> Sending(
        OutboxEntry entry,
        ConversationReference? chat,
        SendPermit? permit
    );

    /// <summary>
    /// One document's messages, one after the other; but what is posted unasked, and may wait long in its tenant's
    /// queue, does not keep an answer waiting.
    /// </summary>
    private sealed class Lane
    {
        private readonly Lock _lock = new();
        private readonly List<Delivery> _deliveries = [];
        private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
        private DateTimeOffset _last = DateTimeOffset.MaxValue;
        private bool _urgent;
        private bool _closed;
        private Task _answers = Task.CompletedTask;
        private Task _posts = Task.CompletedTask;

        public Task Ended
        {
            get
            {
                lock (_lock)
                {
                    return Task.WhenAll(_answers, _posts);
                }
            }
        }

        public bool TryAdd(
            IReadOnlyList<OutboxEntry> entries,
            ConversationReference? chat,
            SendPermit? permit,
            Sending send,
            Action postEnded
        )
        {
            lock (_lock)
            {
                if (_closed)
                {
                    return false;
                }

                _underWay.UnionWith(entries.Select(entry => entry.Id));
                var posts = entries.Where(entry => entry.Policy == OutboxPolicy.Post).ToList();
                if (posts.Count > 0)
                {
                    permit?.Keep();
                    _posts = RunAsync(
                        _posts,
                        posts,
                        (post, first) => send(post, chat, first ? permit : null),
                        postEnded
                    );
                }

                if (posts.Count < entries.Count)
                {
                    _answers = RunAsync(
                        _answers,
                        posts.Count == 0 ? entries : [.. entries.Except(posts)],
                        (answer, _) => send(answer, chat, null),
                        postEnded
                    );
                }

                return true;
            }
        }

        public IReadOnlyList<Delivery> Deliveries()
        {
            lock (_lock)
            {
                return _deliveries.Count == 0 ? [] : [.. _deliveries];
            }
        }

        public HashSet<string> UnderWay()
        {
            lock (_lock)
            {
                return new(_underWay, StringComparer.Ordinal);
            }
        }

        /// <returns>True when nothing is left and the lane is closed.</returns>
        public bool Forget(IReadOnlyList<Delivery> noted)
        {
            lock (_lock)
            {
                _deliveries.RemoveAll(noted.Contains);
                _urgent &= _deliveries.Count > 0;
                _closed = _deliveries.Count == 0 && _underWay.Count == 0;
                return _closed;
            }
        }

        public bool QuietSince(DateTimeOffset before)
        {
            lock (_lock)
            {
                return _urgent || (_underWay.Count == 0 && _deliveries.Count > 0 && _last <= before);
            }
        }

        private async Task RunAsync(
            Task before,
            IReadOnlyList<OutboxEntry> entries,
            Func<OutboxEntry, bool, Task<(Delivery Delivery, DateTimeOffset At)>> send,
            Action postEnded
        )
        {
            // Off the caller's thread: a turn's answer to its request does not wait for its messages.
            await Task.Yield();
            await before;
            foreach (var entry in entries)
            {
                var (delivery, at) = await send(entry, ReferenceEquals(entry, entries[0]));
                lock (_lock)
                {
                    _underWay.Remove(entry.Id);
                    _deliveries.Add(delivery);
                    _urgent |= entry.Policy != OutboxPolicy.Reply;
                    _last = at;
                }

                // The next change of a card waits for the end of this one, which this process alone knows.
                if (entry.Policy == OutboxPolicy.Post || entry is { About: not null, Call: not OutboxCall.Send })
                    postEnded();
            }
        }
    }
}
