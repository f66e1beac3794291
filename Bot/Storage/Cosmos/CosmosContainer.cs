using System.Net;
using Microsoft.Azure.Cosmos;

namespace Milestones.Storage.Cosmos;

/// <summary>The one container, as <c>init-store</c> makes it at deployment.</summary>
internal static class CosmosContainer
{
    public const string PartitionKeyPath = "/pk";

    /// <summary>
    /// Makes the database and the container when they are missing; false when both were there already.
    /// </summary>
    /// <exception cref="StoreUnavailableException">They cannot be made; the message says why.</exception>
    public static async Task<bool> CreateAsync(
        CosmosClient client,
        CosmosOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // No throughput is named: a serverless account refuses it, and any other starts at its least.
            Database database = await client.CreateDatabaseIfNotExistsAsync(
                options.Database,
                cancellationToken: cancellationToken
            );
            var made = await database.CreateContainerIfNotExistsAsync(
                Properties(options.Container),
                cancellationToken: cancellationToken
            );
            return made.StatusCode == HttpStatusCode.Created;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && CosmosFault.Is(fault))
        {
            throw CosmosFault.Explain(fault, options);
        }
    }

    private static ContainerProperties Properties(string name) =>
        new(name, PartitionKeyPath)
        {
            // On, without a lifetime for all: only items with a ttl of their own go.
            DefaultTimeToLive = -1,
            IndexingPolicy = new()
            {
                // Only what queries ask for (id is always indexed): each further term costs at every write.
                IncludedPaths =
                {
                    new() { Path = PartitionKeyPath + "/?" },
                    new() { Path = "/wakeAt/?" },
                },
                ExcludedPaths = { new() { Path = "/*" } },
            },
        };
}
