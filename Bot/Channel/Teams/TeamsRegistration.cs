using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using IMsalHttpClientFactory = Microsoft.Identity.Client.IMsalHttpClientFactory;

namespace Milestones.Channel.Teams;

internal static class TeamsRegistration
{
    /// <summary>
    /// Everything between HTTP and <see cref="ActivityHandler"/>, which the caller registers, and the connector.
    /// </summary>
    public static IServiceCollection AddTeams(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var development = environment.IsDevelopment();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BotOptions>>().Value);
        services.AddSingleton(provider => BotCloud.Of(provider.GetRequiredService<BotOptions>()));
        services.AddSingleton(provider => new ServiceHosts(provider.GetRequiredService<BotOptions>(), development));
        return services.AddInbound(development).AddOutbound(development);
    }

    private static IServiceCollection AddInbound(this IServiceCollection services, bool development)
    {
        services.AddClient(nameof(SigningKeys), TimeSpan.FromSeconds(10));
        services.AddSingleton(provider => new SigningKeys(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SigningKeys)),
            new Uri(
                provider.GetRequiredService<BotOptions>().OpenIdMetadata is { Length: > 0 } metadata
                    ? metadata
                    : BotCloud.Public.OpenIdMetadata
            ),
            address => ServiceHosts.IsSecure(address, development),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SigningKeys>>()
        ));
        services.AddSingleton(provider => new TenantKeys(
            new Uri(
                provider.GetRequiredService<BotOptions>().Authority is { Length: > 0 } authority
                    ? authority
                    : provider.GetRequiredService<BotCloud>().LoginAuthority
            ),
            metadata => new SigningKeys(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SigningKeys)),
                metadata,
                address => ServiceHosts.IsSecure(address, development),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SigningKeys>>()
            )
        ));
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<InboundGate>();
        services.AddSingleton<RefusalCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusalCounts>());
        return services;
    }

    private static IServiceCollection AddOutbound(this IServiceCollection services, bool development)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<BotOptions>();
            var cloud = provider.GetRequiredService<BotCloud>();
            return new ConnectorTokens(
                options.HasCredential
                    ? BotCredentials.Create(options, cloud, provider.GetService<IMsalHttpClientFactory>())
                    : null,
                cloud
            );
        });

        // The transport keeps its own time, by the clock it is given.
        services.AddClient(nameof(ConnectorTransport), Timeout.InfiniteTimeSpan).AddTypedClient<ConnectorTransport>();
        services.AddSingleton<ConnectorClient>();

        services.AddClient(nameof(FileDownloads), FileDownloads.Limit);
        services.AddSingleton(provider => new FileDownloads(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(FileDownloads)),
            provider.GetRequiredService<BotOptions>(),
            development,
            provider.GetRequiredService<ILogger<FileDownloads>>()
        ));

        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section);
        services.AddClient(nameof(GraphTeamOwners), TimeSpan.FromSeconds(10)).AddTypedClient<GraphTeamOwners>();
        return services;
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, TimeSpan timeout) =>
        services
            .AddHttpClient(
                name,
                http =>
                {
                    http.Timeout = timeout;
                    http.MaxResponseContentBufferSize = 1024 * 1024;
                }
            )
            .RemoveAllLoggers() // Addresses carry conversation ids.
            // Connections are renewed below, also for clients that live as long as the process.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = false; // What is sent is for the host that was checked.
                    handler.UseCookies = false;
                    // Trace ids of ours say nothing to them, and cost a little on each call.
                    handler.ActivityHeadersPropagator = null;
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                }
            );
}
