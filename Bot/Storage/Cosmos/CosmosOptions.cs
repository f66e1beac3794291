using Microsoft.Azure.Cosmos;

namespace Milestones.Storage.Cosmos;

/// <summary>The settings under <c>Store:Cosmos</c>.</summary>
internal sealed class CosmosOptions
{
    /// <summary>The account's address, such as <c>https://school.documents.azure.com/</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>An account key; without one, the bot's managed identity is used.</summary>
    public string Key { get; set; } = "";

    public string Database { get; set; } = "milestones";

    public string Container { get; set; } = "documents";

    /// <summary>
    /// Direct reaches the partitions over TCP (ports 10000 to 20000); Gateway needs port 443 only, and is slower.
    /// </summary>
    public ConnectionMode Mode { get; set; } = ConnectionMode.Direct;
}
