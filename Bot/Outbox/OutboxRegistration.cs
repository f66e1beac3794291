namespace Milestones.Outbox;

internal static class OutboxRegistration
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxSender>()
        .AddSingleton<OutboxDispatcher>();
}
