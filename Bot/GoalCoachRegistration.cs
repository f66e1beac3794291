using Milestones.Classes;
using Milestones.Outbox;
using Milestones.Teams;

namespace Milestones;

internal static class GoalCoachRegistration
{
    /// <summary>The turn itself, as the handler of every activity.</summary>
    public static IServiceCollection AddGoalCoach(this IServiceCollection services) => services
        .AddSingleton<TurnRouter>()
        .AddSingleton<ClassRouter>()
        .AddSingleton<HeadKinds>()
        .AddSingleton<RosterReader>()
        .AddSingleton<ClassLookups>()
        .AddSingleton<GoalCoachBot>()
        .AddSingleton<Warming>()
        .AddHostedService(provider => provider.GetRequiredService<Warming>())
        .AddSingleton<MessageDelivery>(provider => provider.GetRequiredService<GoalCoachBot>().DeliverAsync)
        .AddSingleton<Func<MessageDelivery>>(provider => provider.GetRequiredService<MessageDelivery>)
        .AddSingleton<ActivityHandler>(provider => provider.GetRequiredService<GoalCoachBot>().OnActivityAsync);
}
