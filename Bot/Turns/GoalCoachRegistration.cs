using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Features.Safety;

namespace Milestones.Turns;

internal static class GoalCoachRegistration
{
    /// <summary>The turn itself, as the handler of every activity.</summary>
    public static IServiceCollection AddGoalCoach(this IServiceCollection services) =>
        services
            .AddSingleton<SafetyRoutes>()
            .AddSingleton<TurnRouter>()
            .AddSingleton<ClassRouter>()
            .AddSingleton<HeadKinds>()
            .AddSingleton<RosterReader>()
            .AddSingleton<ClassLookups>()
            .AddSingleton<GoalCoachBot>()
            .AddSingleton<MessageDelivery>(provider => provider.GetRequiredService<GoalCoachBot>().DeliverAsync)
            .AddSingleton<Func<MessageDelivery>>(provider => provider.GetRequiredService<MessageDelivery>)
            .AddSingleton<ActivityHandler>(provider => provider.GetRequiredService<GoalCoachBot>().OnActivityAsync);
}
