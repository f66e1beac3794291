using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Milestones.Bench.Load;

/// <summary>Servers of the measurement itself: on loopback, without logs.</summary>
internal static class LoopbackServer
{
    /// <param name="port">0 for any that is free.</param>
    public static WebApplicationBuilder Builder(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        return builder;
    }
}
