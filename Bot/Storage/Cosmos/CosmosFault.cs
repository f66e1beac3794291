using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Milestones.Storage.Cosmos;

/// <summary>What the service's answers mean for whoever runs the bot.</summary>
internal static class CosmosFault
{
    /// <summary>404 with this sub-status is a missing container or database, not a missing item.</summary>
    public const int OwnerNotFound = 1003;

    /// <summary>
    /// Whether the fault is the store's. A cancellation is, unless the caller asked for it: the SDK has time limits of
    /// its own.
    /// </summary>
    public static bool Is(Exception fault) =>
        fault
            is CosmosException
                or AuthenticationFailedException
                or HttpRequestException
                or OperationCanceledException
                or TimeoutException;

    public static StoreUnavailableException Explain(Exception fault, CosmosOptions options) =>
        fault switch
        {
            CosmosException known => new(Advice(known, options), known),
            AuthenticationFailedException => new(
                "No key is set and no managed identity answers. Set Store:Cosmos:Key, or give the bot an identity.",
                fault
            ),
            _ => new(Unreachable(options), fault),
        };

    public static StoreUnavailableException Missing(CosmosOptions options) =>
        new(
            $"The Cosmos DB container {options.Database}/{options.Container} does not exist. Make it "
                + "once with: init-store"
        );

    // https://learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb
    private static string Advice(CosmosException fault, CosmosOptions options) =>
        fault.StatusCode switch
        {
            HttpStatusCode.Unauthorized =>
                "Cosmos DB does not accept the key. Set Store:Cosmos:Key to one of the account's "
                    + "keys, and see that this machine's clock is right.",
            HttpStatusCode.Forbidden =>
                "Cosmos DB refuses this bot. Let its address through the account's firewall; with a "
                    + "managed identity, give it the role Cosmos DB Built-in Data Contributor.",
            HttpStatusCode.NotFound when fault.SubStatusCode == OwnerNotFound => Missing(options).Message,
            HttpStatusCode.TooManyRequests =>
                "Cosmos DB is asked for more request units than it has. Raise the container's "
                    + "throughput (RU/s) or let it scale by itself; the bot goes on by itself.",
            HttpStatusCode.RequestEntityTooLarge => "A document is larger than Cosmos DB takes (2 MB).",
            HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Gone => Unreachable(
                options
            ),
            _ => $"Cosmos DB answered {(int)fault.StatusCode}, sub-status {fault.SubStatusCode} "
                + $"(activity {fault.ActivityId}).",
        };

    private static string Unreachable(CosmosOptions options) =>
        $"Cosmos DB does not answer at {options.Endpoint}. See that Store:Cosmos:Endpoint is right and "
        + "can be reached from here; the bot goes on by itself.";
}
