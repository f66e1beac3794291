using Microsoft.AspNetCore.Server.Kestrel.Core;
using Milestones.Channel.Teams;

namespace Milestones.Host;

/// <summary>
/// What a connection may cost: Teams and a browser keep far inside, a slow or endless sender is dropped.
/// </summary>
internal static class ServerLimits
{
    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = 2_000;
        limits.MaxConcurrentUpgradedConnections = 0;

        // A token of the Bot Framework is about 1.5 KB.
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

        // A little more than is read, so that who sends too much is told by the endpoint.
        limits.MaxRequestBodySize = 2 * ActivityReader.BodyLimit;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(3));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
