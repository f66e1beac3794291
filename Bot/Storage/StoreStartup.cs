namespace Milestones.Storage;

/// <summary>Opens the store before the first turn.</summary>
/// <remarks>
/// A store that cannot be used yet does not end the bot: the store has said why in the log, every turn is refused
/// without an
/// acknowledgement, and the bot goes on by itself when the cause is gone.
/// </remarks>
internal sealed partial class StoreStartup(IDocumentStore store, ILogger<StoreStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.PrepareAsync(cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            Log.NotReady(logger, fault.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The bot starts without a working store: {Advice}")]
        public static partial void NotReady(ILogger logger, string advice);
    }
}
