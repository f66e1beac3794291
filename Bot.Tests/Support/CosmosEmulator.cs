using System.Runtime.CompilerServices;
using Microsoft.Azure.Cosmos;
using Milestones.Storage.Cosmos;

namespace Milestones.Tests.Support;

/// <summary>A Cosmos DB peer from npm for one test run, in memory. Each test has a database of its own.</summary>
public sealed class CosmosEmulator : IAsyncLifetime
{
    private ChildProcess? _process;

    /// <summary>Why it cannot run here; null when it can. Where <c>CI=true</c> it must.</summary>
    internal static string? Missing { get; } =
        NpmPackages.Available || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "Node.js with npm is missing: the Cosmos DB store is not tested.";

    internal Uri Endpoint { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        var port = ChildProcess.FreePort();
        var script = Path.Combine(Repository.Root, "Bot.Tests", "Support", "emulator.cjs");
        Endpoint = new($"http://127.0.0.1:{port}/");
        _process = ChildProcess.Start(
            await NpmPackages.FolderAsync(),
            new Dictionary<string, string>(),
            "node",
            script,
            $"{port}"
        );
        await _process.ReadyAsync(Endpoint);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }

    /// <summary>Settings for a database that nobody else uses.</summary>
    internal CosmosOptions Fresh() =>
        new()
        {
            Endpoint = Endpoint,
            Key = Convert.ToBase64String("any key will do"u8),
            Database = $"test{Guid.NewGuid():N}",
            Mode = ConnectionMode.Gateway,
        };

    /// <summary>
    /// Before the first client: the SDK asks nobody off this machine where it runs, and plans and sends queries by
    /// itself,
    /// because the emulator cannot plan them.
    /// </summary>
    [ModuleInitializer]
    internal static void Prepare()
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
}

/// <summary>Marks a contract class that runs against the emulator.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsCosmosEmulatorAttribute : Storage.NeedsAttribute
{
    public override string? Missing => CosmosEmulator.Missing;
}

/// <summary>A test that needs the emulator; skipped with the reason where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CosmosFactAttribute : FactAttribute
{
    public CosmosFactAttribute() => Skip = CosmosEmulator.Missing;
}

/// <summary>The same for a table of cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CosmosTheoryAttribute : TheoryAttribute
{
    public CosmosTheoryAttribute() => Skip = CosmosEmulator.Missing;
}

[CollectionDefinition(Name)]
public sealed class CosmosGroup : ICollectionFixture<CosmosEmulator>
{
    public const string Name = "Cosmos DB emulator";
}
