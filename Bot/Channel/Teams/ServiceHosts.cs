namespace Milestones.Channel.Teams;

/// <summary>Which service URLs the bot talks to. Its token goes there, so every host is listed.</summary>
/// <param name="development">Plain http is for a Playground or a stub on this machine.</param>
internal sealed class ServiceHosts(BotOptions options, bool development)
{
    private readonly HashSet<string> _listed = new(
        options.AllowedServiceHosts.Count > 0 ? options.AllowedServiceHosts : BotCloud.Of(options).ServiceHosts,
        StringComparer.OrdinalIgnoreCase
    );

    public bool Allow(string? serviceUrl) => TryParse(serviceUrl) is not null;

    /// <summary>The address to call, ending in a slash; null when the bot must not call it.</summary>
    public Uri? TryParse(string? serviceUrl)
    {
        if (
            !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
            || address is not { UserInfo: "", Query: "", Fragment: "" }
        )
        {
            return null;
        }

        if (!IsSecure(address, development) || !IsListed(address))
            return null;
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <summary>https anywhere, http only on this machine and in Development.</summary>
    public static bool IsSecure(Uri address, bool development) =>
        address.Scheme == Uri.UriSchemeHttps
        || (development && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private bool IsListed(Uri address) =>
        _listed.Contains(address.IdnHost)
        || _listed.Contains(address.Authority)
        || (!options.HasAppId && address.IsLoopback);
}
