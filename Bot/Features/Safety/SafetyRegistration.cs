using Microsoft.Extensions.Options;

namespace Milestones.Features.Safety;

internal static class SafetyRegistration
{
    /// <summary>
    /// Loads the help lines at start-up, so that a broken file stops the program rather than a student.
    /// </summary>
    public static IServiceCollection AddSafety(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertOptions>().BindConfiguration(AlertOptions.Section).ValidateOnStart();
        return services
            .AddSingleton(
                HelpLines.Load(
                    configuration["Safety:HelpLines"] ?? Path.Combine(AppContext.BaseDirectory, "helplines.json")
                )
            )
            .AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<AlertOptions>>().Value)
            .AddSingleton<SafetyHandler>()
            .AddSingleton<QuietHandler>();
    }
}
