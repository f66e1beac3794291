using System.Collections.Concurrent;

namespace Milestones.Channel.Teams;

/// <summary>
/// The keys with which a tenant signs the tokens of its people, each tenant's asked for when first needed.
/// </summary>
/// <param name="authority">Where tenants announce them: the login service of the cloud.</param>
/// <param name="announced">Keeps and renews the keys announced at an address.</param>
internal sealed class TenantKeys(Uri authority, Func<Uri, SigningKeys> announced)
{
    private readonly ConcurrentDictionary<string, SigningKeys> _tenants = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The issuer that a tenant's tokens of version 2.0 name.</summary>
    public string IssuerOf(string tenant) => new Uri(authority, $"{tenant}/v2.0").AbsoluteUri;

    /// <param name="tenant">One that is served: there are as many keys as tenants.</param>
    public SigningKeys Of(string tenant) =>
        _tenants.GetOrAdd(
            tenant,
            static (id, keys) => keys.Announced(new Uri(keys.Authority, $"{id}/v2.0/.well-known/openid-configuration")),
            (Authority: authority, Announced: announced)
        );
}
