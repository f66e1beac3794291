using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Milestones.Turns;

/// <summary>Whether this process has looked for due alarms within a minute.</summary>
internal sealed class AlarmsCheck(AlarmService alarms) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            alarms.SinceLook <= Longest
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("Nobody has looked for due alarms here for a minute.")
        );
}
