namespace Milestones.Testing;

/// <summary>A Cosmos DB peer from npm, in memory, for as long as this object lives.</summary>
internal sealed class CosmosServer : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private CosmosServer(ChildProcess process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    /// <summary>Any will do; this one looks like a key.</summary>
    public static string Key { get; } = Convert.ToBase64String("any key will do"u8);

    /// <exception cref="InvalidOperationException">npm could not install it, or it does not answer.</exception>
    public static async Task<CosmosServer> StartAsync()
    {
        var port = ChildProcess.FreePort();
        var endpoint = new Uri($"http://127.0.0.1:{port}/");
        var process = ChildProcess.Start(
            await NpmPackages.FolderAsync(),
            new Dictionary<string, string>(),
            "node",
            Path.Combine(Repository.Root, "Bot.Tests", "Support", "emulator.cjs"),
            $"{port}"
        );
        await process.ReadyAsync(endpoint);
        return new(process, endpoint);
    }

    /// <summary>
    /// Before the first client: the SDK asks nobody off this machine where it runs, and plans and sends queries by
    /// itself, because the emulator cannot plan them.
    /// </summary>
    public static void PrepareClients()
    {
        foreach (
            var name in (string[])
                [
                    "COSMOS_DISABLE_IMDS_ACCESS",
                    "AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX",
                    "AZURE_COSMOS_OPTIMISTIC_DIRECT_EXECUTION_ENABLED",
                ]
        )
        {
            Environment.SetEnvironmentVariable(name, "true");
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
