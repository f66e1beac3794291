using Microsoft.Extensions.Diagnostics.HealthChecks;
using Milestones.Conversations;

namespace Milestones.Storage;

/// <summary>Whether the store reads and can be written to. Whoever asks, it is asked once a second.</summary>
internal sealed class StoreCheck(IDocumentStore store, TimeProvider time) : IHealthCheck
{
    /// <summary>Anybody may ask whether the bot is ready, and a read costs request units.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    private static readonly DocumentKey Nobody = new("health", "head");

    private readonly Lock _lock = new();
    private Task? _asked;
    private long _askedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await Asked().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException fault)
        {
            // The store itself has said why in the log, once.
            return HealthCheckResult.Unhealthy(fault.Message);
        }
    }

    private Task Asked()
    {
        lock (_lock)
        {
            if (_asked is null || (_asked.IsCompleted && time.GetElapsedTime(_askedAt) >= AskAgainAfter))
                (_asked, _askedAt) = (AskAsync(), time.GetTimestamp());
            return _asked;
        }
    }

    private async Task AskAsync()
    {
        await Task.Yield();
        await store.PrepareAsync(CancellationToken.None);
        await store.GetAsync(Nobody, CancellationToken.None);
    }
}
