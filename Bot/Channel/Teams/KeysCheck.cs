using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Milestones.Channel.Teams;

/// <summary>
/// Whether the keys of inbound tokens are known; without them nobody is heard. Keys that could not be renewed stay in
/// use, so that a failure of theirs does not take a running bot away.
/// </summary>
internal sealed class KeysCheck(BotOptions options, SigningKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        !options.HasAppId || await keys.GetAsync(cancellationToken) is not null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The keys of inbound tokens are not known yet.");
}
