using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Milestones.Reading;

internal static class ReadingRegistration
{
    /// <summary>The second reader, where a school has set one. Without it nothing of it is loaded.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services
            .AddHttpClient(nameof(ModelReader), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            // Connections are renewed below, also for a client that lives as long as the process.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = false; // A sentence is for the host that was set.
                    handler.UseCookies = false;
                    handler.ActivityHeadersPropagator = null;
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                }
            );
        return services
            .AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsCheck>()
            .AddSingleton(provider =>
                provider.GetRequiredService<IOptions<ModelOptions>>().Value is { IsSet: true } options
                    ? Open(options, provider)
                    : new NoSecondReader()
            );
    }

    [SuppressMessage(
        "Performance",
        "CA1859",
        Justification = "Whoever asks for a reader must not know this one: it would be loaded where there is none."
    )]
    private static ISecondReader Open(ModelOptions options, IServiceProvider provider) =>
        new ModelReader(
            ModelConnection.Open(
                options,
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ModelReader))
            ),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ModelReader>>()
        );
}
