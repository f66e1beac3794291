using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Milestones.Storage.Cosmos;
using Milestones.Storage.Sqlite;

namespace Milestones.Storage;

internal static class StorageRegistration
{
    /// <summary>
    /// The store that <c>Store:Provider</c> names, as the one <see cref="IDocumentStore"/>; closed when the host stops.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsCheck>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddSingleton(provider => Sqlite(Options(provider), Clock(provider), Logs(provider)));
        services.AddSingleton<IDocumentStore>(provider =>
            Options(provider).Provider == StoreProvider.Sqlite
                ? provider.GetRequiredService<SqliteDocumentStore>()
                : Open(Options(provider), Clock(provider), Logs(provider))
        );
        services.AddHostedService<StoreStartup>();
        services.AddHostedService(provider => new ControlService(
            Options(provider).Provider == StoreProvider.Sqlite
                ? provider.GetRequiredService<SqliteDocumentStore>()
                : null,
            provider.GetRequiredService<ILogger<ControlService>>()
        ));
        return services;
    }

    /// <summary>The store that the settings name. Opens nothing yet; the caller disposes of it.</summary>
    public static IDocumentStore Open(StoreOptions options, TimeProvider clock, ILoggerFactory logs) =>
        options.Provider switch
        {
            StoreProvider.Cosmos => new CosmosDocumentStore(
                CosmosConnection.Client(options.Cosmos),
                options.Cosmos,
                clock,
                logs.CreateLogger<CosmosDocumentStore>()
            ),
            _ => Sqlite(options, clock, logs),
        };

    private static SqliteDocumentStore Sqlite(StoreOptions options, TimeProvider clock, ILoggerFactory logs) =>
        new(options.Sqlite.Path, clock, logs.CreateLogger<SqliteDocumentStore>());

    private static StoreOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StoreOptions>>().Value;

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILoggerFactory Logs(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>();
}
