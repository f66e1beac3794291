using Microsoft.Extensions.Options;

namespace Milestones.Channel.Sending;

internal static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services
            .AddOptions<OutboxOptions>()
            .BindConfiguration(OutboxOptions.Section)
            .Validate(
                options => options.FitTogether,
                "Outbox:Lease must be longer than Outbox:Idle and Outbox:Pause together, and none of them zero."
            )
            .ValidateOnStart();
        services
            .AddOptions<LimitOptions>()
            .BindConfiguration(LimitOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(provider => new SendLimits(
                provider.GetRequiredService<IOptions<LimitOptions>>().Value,
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<OutboxSender>()
            .AddSingleton<OutboxDispatcher>();
    }
}
