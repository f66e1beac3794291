using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;

namespace Milestones.Host;

/// <summary>
/// Reads a sentence in each language beside the start, so that the first student does not wait for the lexicons.
/// </summary>
internal sealed class Warming : BackgroundService
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static readonly DateOnly Day = new(2000, 1, 1);

    /// <summary>Collecting stops everything: not while those who waited for the start are answered.</summary>
    private static readonly TimeSpan UntilTidy = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Ends when it is done, or was not to be: what can wait waits for it, since it takes the processor.
    /// </summary>
    public Task Done => _done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A thread of its own: on one core the pool has one thread, and the first turn would wait behind this.
            await Task.Factory.StartNew(Read, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _done.SetResult();
        }

        await Task.Delay(UntilTidy, stoppingToken);
        // Building the lexicons leaves twice their size behind, which no later collection would give back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static void Read()
    {
        ConcernReader.Read("hello");
        foreach (var pack in LanguagePacks.All)
            GoalReader.Read(pack.Sample, Day, pack.Language);
    }
}
