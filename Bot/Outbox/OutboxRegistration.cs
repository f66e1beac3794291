namespace Milestones.Outbox;

internal static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section)
            .Validate(options => options.FitTogether, "Outbox:Lease must be longer than Outbox:Idle and Outbox:Pause together, and none of them zero.")
            .ValidateOnStart();
        return services.AddSingleton<OutboxSender>().AddSingleton<OutboxDispatcher>();
    }
}
