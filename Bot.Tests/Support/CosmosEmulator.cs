using System.Runtime.CompilerServices;
using Microsoft.Azure.Cosmos;
using Milestones.Storage.Cosmos;

namespace Milestones.Tests.Support;

/// <summary>A Cosmos DB peer from npm for one test run, in memory. Each test has a database of its own.</summary>
public sealed class CosmosEmulator : IAsyncLifetime
{
    private CosmosServer? _server;

    /// <summary>Why it cannot run here; null when it can. Where <c>CI=true</c> it must.</summary>
    internal static string? Missing { get; } =
        NpmPackages.Available || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "Node.js with npm is missing: the Cosmos DB store is not tested.";

    internal Uri Endpoint => _server!.Endpoint;

    public async Task InitializeAsync() => _server = Missing is null ? await CosmosServer.StartAsync() : null;

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Settings for a database that nobody else uses.</summary>
    internal CosmosOptions Fresh() =>
        new()
        {
            Endpoint = Endpoint,
            Key = CosmosServer.Key,
            Database = $"test{Guid.NewGuid():N}",
            Mode = ConnectionMode.Gateway,
        };

    [ModuleInitializer]
    internal static void Prepare() => CosmosServer.PrepareClients();
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
