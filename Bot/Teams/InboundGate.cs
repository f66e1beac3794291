using System.Net;

namespace Milestones.Teams;

/// <summary>Who sent a request, as far as the request itself proves it.</summary>
internal readonly record struct Sender(Refusal? Refusal);

/// <summary>Decides which requests are heard: those with a token of the Bot Framework or, without an app id, those of this machine.</summary>
internal sealed class InboundGate(ServiceHosts serviceHosts)
{
    /// <summary>First step, before the body is read.</summary>
    public static ValueTask<Sender> AdmitAsync(HttpContext context) =>
        ValueTask.FromResult(IsThisMachine(context) ? default : new Sender(Refusal.NotFromThisMachine));

    /// <summary>Second step: does the activity match what the sender may send? Null when it does.</summary>
    public Refusal? Check(Sender sender, Activity activity) =>
        serviceHosts.Allow(activity.ServiceUrl) ? null : Refusal.ServiceHostNotAllowed;

    // A proxy or tunnel on this machine hands on requests of others, and a web page may reach it under a name of its own.
    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
        && Uri.TryCreate($"http://{context.Request.Host.Value}", UriKind.Absolute, out var host) && host.IsLoopback;
}
