using System.Net;

namespace Milestones.Channel.Teams;

/// <summary>Who sent a request, as far as the request itself proves it.</summary>
internal readonly record struct Sender(VerifiedToken? Token, Refusal? Refusal);

/// <summary>
/// Decides which requests are heard: those with a token of the Bot Framework or, without an app id, those of this
/// machine.
/// </summary>
internal sealed class InboundGate(BotOptions options, ServiceHosts serviceHosts, TokenValidator tokens)
{
    public const string Channel = "msteams";

    private readonly HashSet<string> _tenants = new(
        options.AllowedTenants.Count > 0 ? options.AllowedTenants : [options.TenantId],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>First step, before the body is read.</summary>
    public async ValueTask<Sender> AdmitAsync(HttpContext context)
    {
        if (!options.HasAppId)
            return new Sender(null, IsThisMachine(context) ? null : Refusal.NotFromThisMachine);
        var (token, refusal) = await tokens.ValidateAsync(
            context.Request.Headers.Authorization,
            context.RequestAborted
        );
        return new Sender(token, refusal);
    }

    /// <summary>Second step: does the activity match what the sender may send? Null when it does.</summary>
    public Refusal? Check(Sender sender, Activity activity) =>
        !ActivityLimits.TenantsAgree(activity) ? Refusal.TenantsDisagree
        : sender.Token is { } token ? Check(token, activity)
        : serviceHosts.Allow(activity.ServiceUrl) ? null
        : Refusal.ServiceHostNotAllowed;

    private Refusal? Check(VerifiedToken token, Activity activity)
    {
        if (!token.Key.Endorsements.Contains(activity.ChannelId!))
            return Refusal.KeyNotEndorsed;
        if (string.IsNullOrEmpty(token.ServiceUrl))
            return Refusal.NoServiceUrlClaim;
        if (!string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return Refusal.ServiceUrlNotClaimed;
        if (!serviceHosts.Allow(activity.ServiceUrl))
            return Refusal.ServiceHostNotAllowed;
        if (activity.ChannelId != Channel)
            return Refusal.WrongChannel;
        return activity.TenantId is { } tenant && _tenants.Contains(tenant) ? null : Refusal.TenantNotAllowed;
    }

    // A proxy or tunnel on this machine hands on requests of others, and a web page may reach it under a name of its
    // own.
    private static readonly string[] Forwarding =
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "Forwarded",
        "Via",
        "CF-Connecting-IP",
        "True-Client-IP",
        "Fastly-Client-IP",
    ];

    /// <summary>Whether a request comes from this machine itself, and not through a proxy on it.</summary>
    public static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !Array.Exists(Forwarding, context.Request.Headers.ContainsKey)
        && Uri.TryCreate($"http://{context.Request.Host.Value}", UriKind.Absolute, out var host)
        && host.IsLoopback;
}
