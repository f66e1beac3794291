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
        services.AddSingleton(provider =>
            Open(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()
            )
        );
        services.AddHostedService<StoreStartup>();
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
            _ => new SqliteDocumentStore(options.Sqlite.Path, clock, logs.CreateLogger<SqliteDocumentStore>()),
        };
}
