using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Milestones.Channel.Teams;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Host;

/// <summary>
/// <c>/healthz</c>: the process is up, and should be restarted when it does not answer. <c>/readyz</c>: it can take
/// turns now, and should get none while it cannot. A stop ends what is under way.
/// </summary>
internal static class HealthRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For the turns under way, and then for their messages. Whoever stops a container waits a little longer than that.
    /// </summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        services.AddSingleton<StoreCheck>().AddSingleton<KeysCheck>().AddSingleton<AlarmsCheck>();
        services
            .AddHealthChecks()
            .AddCheck<StoreCheck>("store", timeout: Patience)
            .AddCheck<KeysCheck>("keys", timeout: Patience)
            .AddCheck<AlarmsCheck>("alarms", timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = SayWhichAsync });
    }

    /// <summary>Which of them fail, and no more: why stands in the log, and anybody may ask here.</summary>
    private static Task SayWhichAsync(HttpContext context, HealthReport report)
    {
        var failed = report.Entries.Where(one => one.Value.Status != HealthStatus.Healthy).Select(one => one.Key);
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Join(' ', failed.Prepend(report.Status.ToString())));
    }
}
