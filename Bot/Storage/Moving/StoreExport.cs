using System.Globalization;
using System.Security.Cryptography;

namespace Milestones.Storage.Moving;

/// <summary>
/// Writes every document of a store to one file, a JSON line each. Stopped half-way, the same call goes on where it
/// was.
/// </summary>
internal sealed class StoreExport(IDocumentScan store, TimeProvider clock, TextWriter output)
{
    private const int PageSize = 500;

    private readonly Progress _progress = new(output, clock);

    /// <summary>
    /// Returns how many documents the file holds. Until it is complete, it is called <c>FILE.part</c>, and
    /// <c>FILE.part.at</c> says how far it is.
    /// </summary>
    public async Task<long> RunAsync(string file, CancellationToken cancellationToken)
    {
        string part = file + ".part",
            marks = part + ".at";
        var mark = await ReadMarkAsync(part, marks, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var stream = PrivateFile.OpenOrNew(part))
        {
            await RewindAsync(stream, mark.Bytes, hash, cancellationToken);
            if (mark.Bytes == 0)
                await AppendAsync(stream, hash, ExportLine.Head(clock.GetUtcNow()), cancellationToken);
            else
                await _progress.SayAsync($"Going on after {mark.Documents} documents.");

            do
            {
                var page = await store.ScanAsync(mark.Bookmark, PageSize, cancellationToken);
                foreach (var found in page.Documents)
                    await AppendAsync(stream, hash, ExportLine.Of(found.Document), cancellationToken);
                stream.Flush(flushToDisk: true);
                mark = new(stream.Position, mark.Documents + page.Documents.Count, page.Bookmark);
                await WriteMarkAsync(marks, mark, cancellationToken);
                await _progress.MaybeSayAsync($"{mark.Documents} documents exported");
            } while (mark.Bookmark is not null);

            await stream.WriteAsync(
                ExportLine.End(mark.Documents, Convert.ToHexStringLower(hash.GetHashAndReset())),
                cancellationToken
            );
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file);
        File.Delete(marks);
        return mark.Documents;
    }

    private static async Task AppendAsync(
        FileStream stream,
        IncrementalHash hash,
        ReadOnlyMemory<byte> line,
        CancellationToken cancellationToken
    )
    {
        hash.AppendData(line.Span);
        await stream.WriteAsync(line, cancellationToken);
    }

    /// <summary>Cuts off what came after the last mark, and hashes what stays.</summary>
    private static async Task RewindAsync(
        FileStream stream,
        long length,
        IncrementalHash hash,
        CancellationToken cancellationToken
    )
    {
        stream.SetLength(length);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            hash.AppendData(buffer, 0, read);
    }

    private static async Task<Mark> ReadMarkAsync(string part, string marks, CancellationToken cancellationToken)
    {
        if (!File.Exists(part) || !File.Exists(marks))
            return new(0, 0, null);
        var lines = await File.ReadAllLinesAsync(marks, cancellationToken);
        return new(
            long.Parse(lines[0], CultureInfo.InvariantCulture),
            long.Parse(lines[1], CultureInfo.InvariantCulture),
            string.Join('\n', lines[2..])
        );
    }

    private static async Task WriteMarkAsync(string marks, Mark mark, CancellationToken cancellationToken)
    {
        if (mark.Bookmark is null)
            return;
        var fresh = marks + ".new";
        PrivateFile.MakeWhereMissing(fresh);
        await File.WriteAllTextAsync(
            fresh,
            string.Create(CultureInfo.InvariantCulture, $"{mark.Bytes}\n{mark.Documents}\n{mark.Bookmark}"),
            cancellationToken
        );
        File.Move(fresh, marks, overwrite: true);
    }

    private sealed record Mark(long Bytes, long Documents, string? Bookmark);
}
