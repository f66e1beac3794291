using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Milestones.Storage.Cosmos;

/// <summary>How the one client of a process is made.</summary>
internal static class CosmosConnection
{
    /// <summary>Opens nothing yet; the first request does.</summary>
    /// <param name="handler">What carries the requests in Gateway mode, for tests; null for the SDK's own.</param>
    public static CosmosClient Client(CosmosOptions options, HttpMessageHandler? handler = null)
    {
        var settings = new CosmosClientOptions
        {
            ApplicationName = "Milestones",
            ConnectionMode = options.Mode,
            EnableContentResponseOnWrite = false,
            // An emulator names itself by another address than the one it was asked at.
            LimitToEndpoint = options.Endpoint!.IsLoopback,
            // Teams waits for about 15 seconds in all: an answer after that helps nobody.
            RequestTimeout = TimeSpan.FromSeconds(5),
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(5),
            HttpClientFactory = handler is null ? null : () => new HttpClient(handler, disposeHandler: false),
        };
        var address = options.Endpoint.ToString();
        return options.Key.Length > 0
            ? new(address, options.Key, settings)
            : new(address, new DefaultAzureCredential(), settings);
    }
}
