using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Milestones.Storage.Cosmos;

/// <summary>
/// Sends requests: counts their charge, tells expected answers from faults, and sees once that the container is there.
/// </summary>
internal sealed class CosmosRequests(Container container, CosmosOptions options, StoreHealth health)
{
    private volatile bool _seen;

    /// <summary>
    /// Sends one request; its answer is a success, or one of those that are <paramref name="expected"/>. The caller
    /// disposes of it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Anything else. A write may then have happened or not.</exception>
    public Task<ResponseMessage> SendAsync(
        string operation,
        Func<Container, Task<ResponseMessage>> request,
        CancellationToken cancellationToken,
        params HttpStatusCode[] expected
    ) =>
        ExplainedAsync(
            async () =>
            {
                await SeeContainerAsync(cancellationToken);
                var response = await request(container);
                RequestCharge.Record(operation, response.Headers.RequestCharge);
                if (!response.IsSuccessStatusCode && !(expected.Contains(response.StatusCode) && Plain(response)))
                    Throw(response);
                return response;
            },
            cancellationToken
        );

    /// <summary>Asks once whether the container is there and is the kind that <c>init-store</c> makes.</summary>
    /// <exception cref="StoreUnavailableException">It is not, or nobody answers.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        ExplainedAsync(
            async () =>
            {
                await SeeContainerAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            var result = await call();
            health.Worked();
            return result;
        }
        catch (StoreUnavailableException fault)
        {
            health.Failed(fault);
            throw;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && CosmosFault.Is(fault))
        {
            var explained = CosmosFault.Explain(fault, options);
            health.Failed(explained);
            throw explained;
        }
    }

    private async Task SeeContainerAsync(CancellationToken cancellationToken)
    {
        if (_seen)
            return;
        using var response = await container.ReadContainerStreamAsync(cancellationToken: cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            throw CosmosFault.Missing(options);
        if (!response.IsSuccessStatusCode)
            Throw(response);
        using var properties = await JsonDocument.ParseAsync(response.Content, cancellationToken: cancellationToken);
        var path = properties.RootElement.GetProperty("partitionKey"u8).GetProperty("paths"u8)[0].GetString();
        if (path != CosmosContainer.PartitionKeyPath)
        {
            throw new StoreUnavailableException(
                $"The container {options.Database}/{options.Container} is partitioned by {path}, not "
                    + $"by {CosmosContainer.PartitionKeyPath}. Name another one in Store:Cosmos:Container "
                    + "and run: init-store"
            );
        }

        _seen = true;
    }

    private static void Throw(ResponseMessage failed)
    {
        using (failed)
            failed.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// No sub-status: a 404 is then a missing item, rather than a missing container or a replica that lags behind.
    /// </summary>
    private static bool Plain(ResponseMessage response) => response.Headers["x-ms-substatus"] is null or "" or "0";
}
