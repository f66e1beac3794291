using System.Collections.Concurrent;
using Milestones.Channel.Sending;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// Takes the turns of documents whose alarm is due. A turn may claim a post, and what is claimed when the process is
/// killed may never have left: so
/// room for the post comes first, then the turn, and then it leaves at once.
/// </summary>
internal sealed partial class AlarmTurns(GoalCoachBot bot, SendLimits limits, ILogger<AlarmTurns> logger)
    : IAsyncDisposable
{
    /// <summary>
    /// A turn that sends nothing does not wait longer for room, even when its tenant may send nothing for an hour.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TenantAlarms> _tenants = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private volatile bool _looking;

    /// <summary>Whether what is due is known only in part: all of it has to be looked at.</summary>
    public bool WantsAll =>
        _tenants.Values.All(tenant => tenant.IsEmpty) || _tenants.Values.Any(tenant => tenant.IsHungry);

    /// <summary>Ends when all that waits now has had its turn.</summary>
    public Task EndedAsync() => Task.WhenAll(_tenants.Values.Select(tenant => tenant.Ended));

    /// <summary>A look at what is due begins, perhaps at <paramref name="all"/> of it.</summary>
    public void BeginLook(bool all)
    {
        _looking = true;
        foreach (var tenant in _tenants.Values)
            tenant.BeginLook(all);
    }

    public void EndLook()
    {
        _looking = false;
        foreach (var tenant in _tenants.Values)
            tenant.EndLook();
    }

    /// <summary>This document is due: it gets its turn as soon as its tenant has room.</summary>
    /// <returns>False when that is known, or when too many wait already.</returns>
    public bool Add(DocumentKey key)
    {
        var tenant = DocumentKeys.TenantOf(key);
        return _tenants.GetOrAdd(tenant, _ => new TenantAlarms(due => TakeAsync(tenant, due), _looking)).Add(key);
    }

    /// <summary>
    /// A commit for what became of a document's messages. A turn that would send another post waits for room like all
    /// others.
    /// </summary>
    public async Task NoteAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        if (await TakeAsync(key, null, cancellationToken) == AlarmEnd.NoRoom)
            Add(key);
    }

    /// <summary>Takes no more turns; ends with those that are under way. What is due stays due.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await EndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task<AlarmEnd> TakeAsync(string tenant, DocumentKey key)
    {
        using var room = await limits.ReserveAsync(tenant, Patience, _stopping.Token);
        return await TakeAsync(key, room, _stopping.Token);
    }

    private async Task<AlarmEnd> TakeAsync(DocumentKey key, SendPermit? room, CancellationToken cancellationToken)
    {
        try
        {
            return await bot.OnAlarmAsync(key, room, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            Log.StoreUnavailable(logger, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One document that cannot be read must not keep the others from their turn.
            Log.Failed(logger, e.GetType().Name);
        }

        return AlarmEnd.NothingToDo;
    }

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning, "Alarms wait: {Advice}")]
        public static partial void StoreUnavailable(ILogger logger, string advice);

        [LoggerMessage(1202, LogLevel.Error, "An alarm failed with {Fault}; it is tried again.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
