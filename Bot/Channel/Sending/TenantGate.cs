namespace Milestones.Channel.Sending;

/// <summary>
/// One tenant's calls, one after the other at its rate. Who goes next is decided when a permit is there, not when a
/// call began to wait: answers
/// and alerts pass the posts of a fan-out, however many wait. Posts keep at least one permit in ten.
/// </summary>
/// <param name="take">Takes a permit, with <c>true</c> for a post, which may have to leave room for others: zero when
/// there was one, else how long until it is worth asking again.</param>
/// <param name="lapsed">A permit that was taken found nobody.</param>
/// <param name="interval">Between two permits, to tell how long a wait will be.</param>
internal sealed class TenantGate(Func<bool, TimeSpan> take, Action lapsed, TimeSpan interval, TimeProvider time)
{
    /// <summary>After so long without a call the permits are as good as new, and the gate can be forgotten.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private const int UrgentInARow = 9;
    private const int RefusalsInARow = 3;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _urgent = new();
    private readonly Queue<TaskCompletionSource> _posts = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _pausedUntil;
    private TimeSpan _promised;
    private TimeSpan _used;
    private int _inARow;
    private string? _lastRefused;
    private int _refusals;
    private bool _serving;
    private bool _hurrying;
    private bool _closed;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>
    /// Takes a permit if there is one and nobody waits whose turn it is; false too when the gate has been closed.
    /// </summary>
    public bool TryEnter(bool post)
    {
        lock (_lock)
        {
            var mayPass = post ? !_serving : _urgent.Count == 0 && !PostsWaitedEnough;
            if (_closed || !mayPass || _pausedUntil > Now || Take(post) > TimeSpan.Zero)
                return false;
            Count(post);
            return true;
        }
    }

    /// <summary>A permit was not needed after all: it is the next one's.</summary>
    /// <returns>False when nobody waits for it.</returns>
    public bool TryGiveBack()
    {
        lock (_lock)
        {
            return _pausedUntil <= Now && TryLetNextIn();
        }
    }

    /// <summary>How long a call that begins to wait now will wait.</summary>
    public TimeSpan Expect(bool post)
    {
        lock (_lock)
        {
            var pause = _pausedUntil - Now;
            return (pause > TimeSpan.Zero ? pause : TimeSpan.Zero)
                + (interval * (_urgent.Count + (post ? _posts.Count : 0)));
        }
    }

    /// <summary>
    /// For a call that does not wait: when to come back. Every caller gets a later moment, so that they come at the
    /// tenant's rate.
    /// </summary>
    public TimeSpan Promise(bool post)
    {
        lock (_lock)
        {
            var expected = Now + Expect(post);
            _promised = (_promised > expected ? _promised : expected) + interval;
            return _promised - Now;
        }
    }

    /// <summary>
    /// Waits until the call may go out. False when the gate has been closed and another one must be asked.
    /// </summary>
    public async ValueTask<bool> EnterAsync(bool post, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_closed)
                return false;
            (post ? _posts : _urgent).Enqueue(turn);
            if (!_serving)
            {
                _serving = true;
                _ = ServeAsync();
            }
            else if (!post && !_hurrying)
            {
                // The other one sleeps until a post may go, which is later.
                _hurrying = true;
                _ = HurryAsync();
            }
        }

        // Who gives up stays in the queue and is passed over.
        await using (cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken)))
            await turn.Task;
        return true;
    }

    /// <summary>
    /// The connector refused a call for now. Several in a row, in different conversations, are about the tenant: nobody
    /// is let in until then.
    /// </summary>
    public void Refused(string conversation, TimeSpan wait)
    {
        lock (_lock)
        {
            _refusals += _lastRefused == conversation ? 0 : 1;
            _lastRefused = conversation;
            var until = Now + wait;
            if (_refusals >= RefusalsInARow && until > _pausedUntil)
                _pausedUntil = until;
        }
    }

    public void Accepted()
    {
        lock (_lock)
            (_refusals, _lastRefused) = (0, null);
    }

    /// <summary>Ends a gate that nobody waits at and that owes no time to anybody; then it can be forgotten.</summary>
    public bool TryClose()
    {
        lock (_lock)
        {
            return _closed = _closed || (!_serving && _pausedUntil <= Now && _promised <= Now && _used + Rest <= Now);
        }
    }

    private async Task ServeAsync()
    {
        while (Serve() is { Ticks: > 0 } wait)
            await Task.Delay(wait, time);
    }

    private async Task HurryAsync()
    {
        while (Hurry() is { Ticks: > 0 } wait)
            await Task.Delay(wait, time);
    }

    /// <summary>Lets answers in, and posts whose turn it is among them.</summary>
    /// <returns>How long until the next one; zero when no answer is left.</returns>
    private TimeSpan Hurry()
    {
        lock (_lock)
        {
            while (_urgent.Count > 0)
            {
                if (LetIn() is { Ticks: > 0 } wait)
                    return wait;
            }

            _hurrying = false;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Lets in as many as there are permits for.</summary>
    /// <returns>How long until the next one; zero when nobody is left.</returns>
    private TimeSpan Serve()
    {
        lock (_lock)
        {
            while (_urgent.Count + _posts.Count > 0)
            {
                if (LetIn() is { Ticks: > 0 } wait)
                    return wait;
            }

            _serving = false;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Lets one in, if there is a permit; else how long until there is.</summary>
    private TimeSpan LetIn()
    {
        var wait = _pausedUntil > Now ? _pausedUntil - Now : Take(post: _urgent.Count == 0 && !PostsWaitedEnough);
        if (wait == TimeSpan.Zero && !TryLetNextIn())
            lapsed();
        return wait;
    }

    private bool PostsWaitedEnough => _inARow >= UrgentInARow && _posts.Count > 0;

    private TimeSpan Take(bool post)
    {
        _used = Now;
        return take(post);
    }

    private bool TryLetNextIn()
    {
        while (Next() is { } turn)
        {
            // Who gave up is passed over.
            if (turn.TrySetResult())
                return true;
        }

        return false;
    }

    private TaskCompletionSource? Next()
    {
        var postsTurn = _urgent.Count == 0 || PostsWaitedEnough;
        Count(postsTurn);
        return (postsTurn ? _posts : _urgent).TryDequeue(out var turn) ? turn : null;
    }

    private void Count(bool post) => _inARow = post ? 0 : _inARow + 1;
}
