using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Support;

/// <summary>An OpenTelemetry collector on loopback that takes OTLP (http/protobuf) and reads it back.</summary>
/// <remarks>https://github.com/open-telemetry/opentelemetry-proto: the numbers below are its fields.</remarks>
internal sealed class OtlpStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _exports = new();

    private OtlpStub(WebApplication app) => _app = app;

    public string[] Settings =>
        [
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={_app.Urls.Single()}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_SERVICE_NAME=school",
        ];

    /// <summary>Names of the spans that came, each as often as it came.</summary>
    public IReadOnlyList<Span> Spans =>
        [
            .. Exports("/v1/traces")
                .SelectMany(body => Wire.Inner(body, 1)) // resource_spans
                .SelectMany(resource => Wire.Inner(resource, 2)) // scope_spans
                .SelectMany(scope => Wire.Inner(scope, 2)) // spans
                .Select(span => new Span(
                    Wire.Text(span, 5),
                    Convert.ToHexString(Wire.Inner(span, 1).Single()),
                    Convert.ToHexString(Wire.Inner(span, 2).Single()),
                    Convert.ToHexString(Wire.Inner(span, 4).SingleOrDefault() ?? [])
                )),
        ];

    /// <summary>Names of the metrics that came.</summary>
    public IReadOnlySet<string> Metrics =>
        Exports("/v1/metrics")
            .SelectMany(body => Wire.Inner(body, 1))
            .SelectMany(resource => Wire.Inner(resource, 2))
            .SelectMany(scope => Wire.Inner(scope, 2))
            .Select(metric => Wire.Text(metric, 1))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Everything that came, as text: whatever is written in it can be looked for.</summary>
    public string Everything => string.Concat(_exports.Select(one => Encoding.Latin1.GetString(one.Body)));

    public static async Task<OtlpStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var stub = new OtlpStub(builder.Build());
        stub._app.MapPost(
            "/v1/{signal}",
            async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                stub._exports.Enqueue((context.Request.Path, body.ToArray()));
            }
        );
        await stub._app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private IEnumerable<byte[]> Exports(string path) => _exports.Where(one => one.Path == path).Select(one => one.Body);

    /// <summary>A span, its ids in hex.</summary>
    internal sealed record Span(string Name, string Trace, string Id, string Parent);

    /// <summary>As much of the protobuf wire format as reads messages and texts.</summary>
    private static class Wire
    {
        public static string Text(byte[] message, int field) =>
            Encoding.UTF8.GetString(Inner(message, field).SingleOrDefault() ?? []);

        public static IEnumerable<byte[]> Inner(byte[] message, int field)
        {
            for (var at = 0; at < message.Length; )
            {
                var tag = Varint(message, ref at);
                var length = (tag & 7) switch
                {
                    0 => VarintLength(message, at),
                    1 => 8,
                    2 => (int)Varint(message, ref at),
                    5 => 4,
                    var other => throw new InvalidDataException($"No wire type {other}."),
                };
                if (tag >> 3 == (ulong)field && (tag & 7) == 2)
                    yield return message[at..(at + length)];
                at += length;
            }
        }

        private static int VarintLength(byte[] message, int at)
        {
            var start = at;
            Varint(message, ref at);
            return at - start;
        }

        private static ulong Varint(byte[] message, ref int at)
        {
            var value = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                var next = message[at++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
            }
        }
    }
}
