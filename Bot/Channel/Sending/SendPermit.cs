namespace Milestones.Channel.Sending;

/// <summary>
/// Room for one call to a tenant, set aside before a post is claimed, so that what is claimed leaves at once. Disposing
/// of it gives it back, unless
/// a post was claimed meanwhile that will use it.
/// </summary>
/// <param name="used">The call goes out.</param>
internal sealed class SendPermit(Action used, Action giveBack) : IDisposable
{
    private const int Open = 0;
    private const int Kept = 1;
    private const int Over = 2;

    private int _state;

    /// <summary>A post is claimed that this room is for.</summary>
    public void Keep() => Interlocked.CompareExchange(ref _state, Kept, Open);

    /// <summary>Takes the room for a call; true once.</summary>
    public bool TryUse() => TryEnd(Kept, used);

    /// <summary>The post that it was kept for does not go out now.</summary>
    public void Return() => TryEnd(Kept, giveBack);

    public void Dispose() => TryEnd(Open, giveBack);

    private bool TryEnd(int from, Action end)
    {
        if (Interlocked.CompareExchange(ref _state, Over, from) != from)
            return false;
        end();
        return true;
    }
}
