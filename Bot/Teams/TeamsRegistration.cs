using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Milestones.Teams;

internal static class TeamsRegistration
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<BotOptions>(configuration.GetSection(BotOptions.Section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BotOptions>>().Value);
        services.AddSingleton(provider => BotCloud.Of(provider.GetRequiredService<BotOptions>()));
        services.AddSingleton(provider => new ServiceHosts(provider.GetRequiredService<BotOptions>(), environment.IsDevelopment()));
        services.AddSingleton<InboundGate>();
        services.AddSingleton(provider => new ConnectorTokens(null, provider.GetRequiredService<BotCloud>()));
        services.TryAddSingleton(TimeProvider.System);

        services.AddHttpClient<ConnectorTransport>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers() // Addresses carry conversation ids.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false; // The token is for the host we checked.
                handler.UseCookies = false;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            });
        services.AddSingleton<ConnectorClient>();
        return services;
    }
}
