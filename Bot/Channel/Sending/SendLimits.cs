using System.Collections.Concurrent;
using Milestones.Conversations;

namespace Milestones.Channel.Sending;

/// <summary>
/// Asked before every call to the connector, repetitions included. Each tenant has a gate of its own, so a large one
/// takes nothing from others.
/// Keeps nothing about conversations and tenants that are idle.
/// </summary>
internal sealed class SendLimits : IAsyncDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the connector ever asks; a slip of its must not stop a tenant for days.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly LimitOptions _options;
    private readonly TimeProvider _time;
    private readonly ConversationLimits _conversations;
    private readonly ConcurrentDictionary<string, Tenant> _tenants = new(StringComparer.Ordinal);
    private readonly ITimer _sweep;

    public SendLimits(LimitOptions options, TimeProvider time)
    {
        (_options, _time, _conversations) = (options, time, new ConversationLimits(options, time));
        _sweep = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>Tenants that were called lately.</summary>
    public int Tenants => _tenants.Count;

    /// <summary>Waits for room for a post to this tenant, behind answers and alerts.</summary>
    /// <returns>The room, to be disposed of; null when there was none before patience ran out.</returns>
    public async ValueTask<SendPermit?> ReserveAsync(
        string tenant,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var (gate, rate) = Of(tenant);
        if (gate.TryEnter(post: true))
            return Permit(gate, rate);

        using var limit = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (!await gate.EnterAsync(post: true, either.Token))
                (gate, rate) = Of(tenant);
            return Permit(gate, rate);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Takes room that was set aside before, if the conversation has room too.</summary>
    /// <returns>Zero when the call may go out now. Else the room was given back, and it is worth coming back after so
    /// long.</returns>
    public TimeSpan Use(SendPermit reserved, string tenant, string conversation)
    {
        var thread = Thread(conversation);
        var paused = _conversations.PauseLeft(thread);
        if (paused == TimeSpan.Zero && _conversations.TryEnter(thread) && reserved.TryUse())
            return TimeSpan.Zero;
        reserved.Return();
        return paused > TimeSpan.Zero ? paused : Of(tenant).Gate.Promise(post: true);
    }

    /// <summary>Waits until a call may go out, posts behind answers and alerts.</summary>
    /// <param name="patience">The longest that it may wait here.</param>
    /// <returns>Zero when the call may go out now. Else nothing was taken, and it is worth coming back after so
    /// long.</returns>
    public async ValueTask<TimeSpan> AcquireAsync(
        string tenant,
        string conversation,
        OutboxPolicy policy,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var post = policy == OutboxPolicy.Post;
        var thread = Thread(conversation);
        var paused = _conversations.PauseLeft(thread);
        if (paused > patience)
            return paused;
        var (gate, rate) = Of(tenant);
        if (gate.Expect(post) > patience)
            return gate.Promise(post);
        var free = paused == TimeSpan.Zero && _conversations.TryEnter(thread);
        if (free && gate.TryEnter(post))
            return Left(rate);
        if (patience <= TimeSpan.Zero)
            return gate.Promise(post);

        using var limit = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await Task.Delay(paused, _time, either.Token);
            if (!free)
                await _conversations.EnterAsync(thread, either.Token);
            while (!await gate.EnterAsync(post, either.Token))
                (gate, rate) = Of(tenant);
            return Left(rate);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return gate.Promise(post);
        }
    }

    /// <summary>
    /// The connector asked to wait. It does not say whether for the conversation's sake or the tenant's: the
    /// conversation waits at once,
    /// the tenant when it is refused again and again in different conversations.
    /// </summary>
    public void Refused(string tenant, string conversation, TimeSpan wait)
    {
        var pause = wait < LongestPause ? wait : LongestPause;
        _conversations.Pause(Thread(conversation), pause);
        Of(tenant).Gate.Refused(Thread(conversation), pause);
    }

    /// <summary>The connector took a call.</summary>
    public void Accepted(string tenant) => Of(tenant).Gate.Accepted();

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await _conversations.DisposeAsync();
    }

    internal void Sweep()
    {
        _conversations.Sweep();
        foreach (var tenant in _tenants)
        {
            if (tenant.Value.Gate.TryClose())
                _tenants.TryRemove(tenant);
        }
    }

    /// <summary>The limits are a channel's, whichever thread in it is written to.</summary>
    private static string Thread(string conversation) =>
        conversation.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? conversation[..end] : conversation;

    private static TimeSpan Left(TenantRate rate)
    {
        rate.Left();
        return TimeSpan.Zero;
    }

    private static SendPermit Permit(TenantGate gate, TenantRate rate) =>
        new(
            rate.Left,
            () =>
            {
                if (!gate.TryGiveBack())
                    rate.Lapsed();
            }
        );

    private Tenant Of(string tenant) => _tenants.GetOrAdd(tenant, _ => NewTenant());

    private Tenant NewTenant()
    {
        var rate = new TenantRate(_options.TenantPerSecond, _time);
        return new(new TenantGate(rate.Take, rate.Lapsed, rate.Interval, _time), rate);
    }

    private sealed record Tenant(TenantGate Gate, TenantRate Rate);
}
