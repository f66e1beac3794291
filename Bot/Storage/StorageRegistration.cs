using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Milestones.Storage.Sqlite;

namespace Milestones.Storage;

internal static class StorageRegistration
{
    /// <summary>The store that <c>Store:Provider</c> names, as the one <see cref="IDocumentStore"/>; closed when the host stops.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsCheck>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddSingleton(Open);
        services.AddHostedService<StoreStartup>();
        return services;
    }

    private static IDocumentStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        return new SqliteDocumentStore(
            options.Sqlite.Path,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SqliteDocumentStore>>());
    }
}
