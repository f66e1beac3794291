using System.Collections.Concurrent;
using Milestones.Bench.Load;

namespace Milestones.Bench.Durability;

/// <summary>How often each message reached the connector.</summary>
internal sealed class Received
{
    private readonly ConcurrentDictionary<ConnectorMessage, int> _times = new();

    public void Take(ConnectorMessage message) => _times.AddOrUpdate(message, 1, (_, times) => times + 1);

    public int Times(ConnectorMessage message) => _times.GetValueOrDefault(message);

    public IEnumerable<ConnectorMessage> All => _times.Keys;

    public void Forget() => _times.Clear();
}
