namespace Milestones.Turns;

internal static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) =>
        services
            .AddSingleton<AlarmTurns>()
            .AddSingleton<AlarmService>()
            .AddHostedService(provider => provider.GetRequiredService<AlarmService>());
}
