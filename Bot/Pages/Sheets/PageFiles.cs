using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Milestones.Pages.Sheets;

/// <summary>
/// The files of the pages, inside the program. Each is served under the hash of its bytes and kept by browsers for
/// good: another version has another address.
/// </summary>
internal static class PageFiles
{
    public const string Path = "/assets";

    private static readonly FrozenDictionary<string, Asset> All = new[]
    {
        new Asset("pages.css", "text/css; charset=utf-8"),
        new Asset("pages.js", "text/javascript; charset=utf-8"),
        new Asset("sign-in.js", "text/javascript; charset=utf-8"),
        new Asset("MicrosoftTeams-2.58.0.min.js", "text/javascript; charset=utf-8"),
        new Asset("color.png", "image/png"),
    }.ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>Microsoft's own script, which talks to the Teams around a tab.</summary>
    public static string Teams => Address("MicrosoftTeams-2.58.0.min.js");

    public static string Address(string name) => $"{Path}/{All[name].Version}/{name}";

    public static async Task ServeAsync(HttpContext context)
    {
        var response = context.Response;
        if (
            !All.TryGetValue((string)context.GetRouteValue("name")!, out var asset)
            || asset.Version != (string)context.GetRouteValue("version")!
        )
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = asset.Type;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var small = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (small)
            response.Headers.ContentEncoding = "br";
        var body = small ? asset.Small : asset.Bytes;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>A file of this folder; read, and made small, when it is first asked for.</summary>
    private sealed class Asset(string name, string type)
    {
        private readonly Lazy<(byte[] Bytes, string Version)> _read = new(() => Read(name));
        private readonly Lazy<byte[]> _small = new(() => Compressed(Read(name).Bytes));

        public string Name => name;

        public string Type => type;

        public byte[] Bytes => _read.Value.Bytes;

        public string Version => _read.Value.Version;

        public byte[] Small => _small.Value;

        private static (byte[] Bytes, string Version) Read(string name)
        {
            using var file = typeof(PageFiles).Assembly.GetManifestResourceStream($"Pages/{name}")!;
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }

        private static byte[] Compressed(byte[] bytes)
        {
            using var small = new MemoryStream();
            using (var brotli = new BrotliStream(small, CompressionLevel.Optimal))
                brotli.Write(bytes);
            return small.ToArray();
        }
    }
}
