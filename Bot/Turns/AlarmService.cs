using Microsoft.Extensions.Options;
using Milestones.Channel.Sending;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Telemetry;

namespace Milestones.Turns;

/// <summary>
/// Looks for documents whose alarm is due. Any process may take any alarm; the ETag decides who did. It also gives
/// documents the commit that
/// notes their deliveries.
/// </summary>
internal sealed partial class AlarmService(
    IDocumentStore store,
    AlarmTurns turns,
    OutboxDispatcher outbox,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<AlarmService> logger
) : BackgroundService
{
    private const int Page = 1000;
    private const int NotesAtOnce = 16;

    /// <summary>
    /// How often everything that is due is looked at while much of it waits: what failed, or was another process's, is
    /// found again.
    /// </summary>
    private static readonly TimeSpan AllAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>A document may become due a little before the moment at which it is saved.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private DateTimeOffset _lookedAtAll = DateTimeOffset.MinValue;
    private DateTimeOffset _lookedUntil = DateTimeOffset.MinValue;
    private long _looked = time.GetTimestamp();

    /// <summary>Since a look has succeeded, or since the start.</summary>
    public TimeSpan SinceLook => time.GetElapsedTime(Volatile.Read(ref _looked));

    /// <summary>
    /// An orderly stop: what is on its way arrives and is noted, as far as the host gives time for it.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await outbox.SentAsync().WaitAsync(cancellationToken);
            await NoteAsync(outbox.LastUnnoted().ToAsyncEnumerable(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // No more time: whoever takes over finds what is left, as after a crash.
        }
        finally
        {
            await outbox.StopAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var noting = NoteAsync(outbox.ToNoteAsync(stoppingToken), stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Pause, time);
        try
        {
            do
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (StoreUnavailableException e)
                {
                    Log.StoreUnavailable(logger, e.Message);
                }

                await NoteAsync(outbox.Unnoted().ToAsyncEnumerable(), stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await turns.StopAsync();
            await noting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One look, as the tests take it: ends when all that was due has had its turn.</summary>
    /// <returns>How many were due.</returns>
    internal async Task<int> RingAsync(CancellationToken cancellationToken)
    {
        await NoteAsync(outbox.Unnoted().ToAsyncEnumerable(), cancellationToken);
        var due = await LookAsync(cancellationToken);
        await turns.EndedAsync();
        await NoteAsync(outbox.Unnoted().ToAsyncEnumerable(), cancellationToken);
        return due;
    }

    /// <summary>
    /// Finds what has become due. What still waits for room from earlier looks is not read again each time.
    /// </summary>
    /// <returns>How many documents were found that were not known to be due.</returns>
    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = turns.WantsAll || now - _lookedAtAll >= AllAgainAfter;
        turns.BeginLook(all);
        try
        {
            var found = await LookAsync(all ? DateTimeOffset.MinValue : _lookedUntil - Overlap, now, cancellationToken);
            Measures.AlarmsDue.Add(found);
            (_lookedAtAll, _lookedUntil) = (all ? now : _lookedAtAll, now);
            Volatile.Write(ref _looked, time.GetTimestamp());
            return found;
        }
        finally
        {
            turns.EndLook();
        }
    }

    private async Task<int> LookAsync(DateTimeOffset from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = 0;
        for (var limit = Page; ; )
        {
            var page = await store.DueAsync(from, now, limit, cancellationToken);
            found += page.Count(due => turns.Add(due.Key));
            if (page.Count < limit)
                return found;

            // On from the last one's moment. When that is the whole page's, only a longer page reaches past it.
            limit = page[^1].WakeAt == from ? limit * 2 : Page;
            from = page[^1].WakeAt;
        }
    }

    private Task NoteAsync(IAsyncEnumerable<DocumentKey> keys, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = NotesAtOnce, CancellationToken = cancellationToken },
            async (key, _) => await turns.NoteAsync(key, cancellationToken)
        );

    private static partial class Log
    {
        [LoggerMessage(1203, LogLevel.Warning, "Alarms wait: {Advice}")]
        public static partial void StoreUnavailable(ILogger logger, string advice);
    }
}
