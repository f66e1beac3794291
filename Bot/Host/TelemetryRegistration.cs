using System.Reflection;
using Milestones.Storage;
using Milestones.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Milestones.Host;

internal static class TelemetryRegistration
{
    /// <summary>The name that OpenTelemetry gives it everywhere; its other <c>OTEL_</c> settings hold too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Traces and metrics to the collector that is named; nothing where none is.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
            return services;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException(
                $"{Endpoint} is not an address. It is the collector's, such as http://collector:4318."
            );
        }

        var version =
            typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .AddService("milestones", serviceVersion: version?.InformationalVersion)
                    .AddEnvironmentVariableDetector()
            )
            .WithTracing(traces =>
                traces
                    .AddSource(Spans.SourceName)
                    // Other addresses hold tokens of somebody's data; probes say nothing.
                    .AddAspNetCoreInstrumentation(server =>
                        server.Filter = context => context.Request.Path == "/api/messages"
                    )
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Measures.MeterName, $"{Measures.MeterName}.*")
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
            )
            .UseOtlpExporter();
        return services.ObserveStore();
    }

    private static IServiceCollection ObserveStore(this IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IDocumentStore));
        services.Remove(registered);
        return services.AddSingleton<IDocumentStore>(provider => new ObservedStore(
            (IDocumentStore)registered.ImplementationFactory!(provider)
        ));
    }
}
