using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Cosmos;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosContractTests(CosmosEmulator emulator) : DocumentStoreContract
{
    private protected override async Task<IDocumentStore> OpenAsync()
    {
        var options = emulator.Fresh();
        var client = CosmosConnection.Client(options);
        await CosmosContainer.CreateAsync(client, options, CancellationToken.None);
        return new CosmosDocumentStore(client, options, Clock, NullLogger<CosmosDocumentStore>.Instance);
    }
}
