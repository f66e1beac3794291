namespace Milestones.Host.Playground;

internal static class PlaygroundRegistration
{
    /// <summary>
    /// Opens a local chat window beside the bot where <c>Playground:Enabled</c> says so; by default in Development
    /// only.
    /// </summary>
    public static IServiceCollection AddPlayground(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    ) =>
        configuration.GetValue("Playground:Enabled", environment.IsDevelopment())
            ? services.AddHostedService<PlaygroundHost>()
            : services;
}
