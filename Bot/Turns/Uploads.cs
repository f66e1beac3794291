using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// A file between its preview and its import: beside its class for an hour, in parts that every store takes. It lies
/// where every process of the bot finds it, and on no disk of its own.
/// </summary>
internal sealed class Uploads(IDocumentStore store, TimeProvider time)
{
    private const string Trail = "upload:";
    private const int Part = 600 * 1024;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>The file's id: of its bytes, so that the same file is the same upload, and the same import.</summary>
    public static string IdOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file))[..20];

    public async Task<string> KeepAsync(DocumentKey beside, byte[] file, CancellationToken cancellationToken)
    {
        var (id, small) = (IdOf(file), Packed(file));
        foreach (var (index, part) in small.Chunk(Part).Index())
        {
            await store.CreateAsync(
                new Document(
                    new(beside.Partition, Name(id, index)),
                    "upload",
                    Json(part),
                    ExpiresAt: time.GetUtcNow() + Lasts
                ),
                cancellationToken
            );
        }

        return id;
    }

    /// <summary>The files that wait there, by their ids.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(DocumentKey beside, CancellationToken cancellationToken) =>
        [
            .. (await store.AllAsync(beside.Partition, Trail, cancellationToken))
                .Select(one => one.Key.Id.Split(':')[1])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Null where its hour is over, or there was none.</summary>
    public async Task<byte[]?> FindAsync(DocumentKey beside, string id, CancellationToken cancellationToken)
    {
        var parts = await store.AllAsync(beside.Partition, $"{Trail}{id}:", cancellationToken);
        return parts.Count == 0 ? null : Unpacked([.. parts.SelectMany(Read)]);
    }

    private static string Name(string id, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Trail}{id}:{index:D3}");

    private static byte[] Json(byte[] part)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteBase64String("data", part);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static byte[] Read(Document document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return json.RootElement.GetProperty("data").GetBytesFromBase64();
    }

    private static byte[] Packed(byte[] file)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Fastest))
            brotli.Write(file);
        return small.ToArray();
    }

    private static byte[] Unpacked(byte[] small)
    {
        using var brotli = new BrotliStream(new MemoryStream(small), CompressionMode.Decompress);
        using var file = new MemoryStream();
        brotli.CopyTo(file);
        return file.ToArray();
    }
}
