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

    /// <summary>
    /// Ends when it is done, or was not to be: what can wait waits for it, since it takes all processors there are.
    /// </summary>
    public Task Done => _done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll([
                Task.Run(() => ConcernReader.Read("hello"), stoppingToken),
                .. LanguagePacks.All.Select(pack =>
                    Task.Run(() => GoalReader.Read(pack.Sample, Day, pack.Language), stoppingToken)
                ),
            ]);

            // Building the lexicons leaves twice their size behind, which no later collection would give back.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        finally
        {
            _done.SetResult();
        }
    }
}
