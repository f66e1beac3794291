using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Support;

/// <summary>
/// A container registry on loopback with one base image, which is empty: what is put on it can be looked at without a
/// network and without an engine.
/// </summary>
/// <remarks>https://github.com/opencontainers/distribution-spec, the part that pulls.</remarks>
internal sealed class RegistryStub : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly WebApplication _app;
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly byte[] _manifest;

    private RegistryStub(WebApplication app)
    {
        _app = app;
        // Two blocks of zeros: a tar archive with nothing in it.
        var tar = new byte[1024];
        var layer = Zipped(tar);
        var config = Encoding.UTF8.GetBytes(
            $$$"""
            {"architecture":"amd64","os":"linux","config":{"Env":["APP_UID=1654"]},
             "rootfs":{"type":"layers","diff_ids":["{{{Digest(tar)}}}"]},"history":[{"created_by":"a test"}]}
            """
        );
        (_blobs[Digest(layer)], _blobs[Digest(config)]) = (layer, config);
        _manifest = Encoding.UTF8.GetBytes(
            $$$"""
            {"schemaVersion":2,"mediaType":"{{{ManifestType}}}",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json",
               "digest":"{{{Digest(config)}}}","size":{{{config.Length}}}},
             "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip",
               "digest":"{{{Digest(layer)}}}","size":{{{layer.Length}}}}]}
            """
        );
    }

    /// <summary>As an image is named.</summary>
    public string Image => $"localhost:{new Uri(_app.Urls.Single()).Port}/base:1";

    public static async Task<RegistryStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var stub = new RegistryStub(builder.Build());
        stub._app.MapGet("/v2/", () => Results.Ok());
        stub._app.MapMethods(
            "/v2/base/manifests/{tag}",
            ["GET", "HEAD"],
            (HttpContext context) =>
            {
                context.Response.Headers["Docker-Content-Digest"] = Digest(stub._manifest);
                return Results.Bytes(stub._manifest, ManifestType);
            }
        );
        stub._app.MapMethods(
            "/v2/base/blobs/{digest}",
            ["GET", "HEAD"],
            (string digest) => stub._blobs.TryGetValue(digest, out var blob) ? Results.Bytes(blob) : Results.NotFound()
        );
        await stub._app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionMode.Compress))
            zip.Write(bytes);
        return zipped.ToArray();
    }

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
