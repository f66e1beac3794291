using Microsoft.Extensions.Options;
using Milestones.Outbox;
using Milestones.Storage;

namespace Milestones.Scheduling;

/// <summary>
/// Looks for documents whose alarm is due and takes their turn. Any process may take any alarm; the ETag decides who did.
/// It also gives idle documents the commit that notes their deliveries.
/// </summary>
internal sealed partial class AlarmService(
    IDocumentStore store, GoalCoachBot bot, OutboxDispatcher outbox, IOptions<OutboxOptions> options, TimeProvider time, ILogger<AlarmService> logger) : BackgroundService
{
    private const int Page = 256;
    private const int AtOnce = 16;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Pause, time);
        do
        {
            try
            {
                while (await RingAsync(stoppingToken) == Page)
                {
                    // A full page: there may be more, so no pause.
                }
            }
            catch (StoreUnavailableException e)
            {
                Log.StoreUnavailable(logger, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look: takes what is due, a page at the most.</summary>
    /// <returns>How many were due.</returns>
    internal async Task<int> RingAsync(CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(time.GetUtcNow(), Page, cancellationToken);

        var met = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(DueOrder.From(due, (ulong)Random.Shared.NextInt64()), parallel, async (key, token) =>
        {
            // Once others are met, the rest of this page is theirs: look again, from a new place.
            if (Volatile.Read(ref met) < DueOrder.MeetingsBeforeLookingAgain && !await TakeAsync(key, token))
            {
                Interlocked.Increment(ref met);
            }
        });
        await Parallel.ForEachAsync(outbox.Unnoted(), parallel, async (key, token) => await TakeAsync(key, token));
        return due.Count;
    }

    /// <returns>False when another process was first.</returns>
    private async Task<bool> TakeAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await bot.OnAlarmAsync(key, cancellationToken);
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

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning, "Alarms wait: {Advice}")]
        public static partial void StoreUnavailable(ILogger logger, string advice);

        [LoggerMessage(1202, LogLevel.Error, "An alarm failed with {Fault}; it is tried again.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
