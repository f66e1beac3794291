using System.Runtime.CompilerServices;
using Milestones.Conversations;

namespace Milestones.Storage.Moving;

/// <summary>How an import ended.</summary>
/// <param name="Written">Documents that were not there yet.</param>
/// <param name="Present">Documents that were there already, from an earlier run.</param>
/// <param name="Different">Keys of documents that the store does not hold as the file does.</param>
internal sealed record ImportResult(long Written, long Present, IReadOnlyList<DocumentKey> Different);

/// <summary>
/// Writes every document of an export into a store, and then compares every one. What is there already stays; so the
/// same call goes on where it was stopped.
/// </summary>
internal sealed class StoreImport(IDocumentStore store, TimeProvider clock, TextWriter output)
{
    private readonly Progress _progress = new(output, clock);

    public async Task<ImportResult> RunAsync(ExportFile file, CancellationToken cancellationToken)
    {
        var pages = new PageWriter(store, clock, _progress);
        long written = 0,
            met = 0;
        await foreach (var page in Alive(file, pages, cancellationToken))
        {
            written += await pages.CreateAsync(page, cancellationToken);
            met += page.Length;
            await _progress.MaybeSayAsync($"{met} of {file.Documents} documents written");
        }

        var different = new List<DocumentKey>();
        long compared = 0;
        await foreach (var page in Alive(file, pages, cancellationToken))
        {
            different.AddRange(await pages.DifferentAsync(page, cancellationToken));
            compared += page.Length;
            await _progress.MaybeSayAsync($"{compared} of {file.Documents} documents compared");
        }

        return new(written, met - written, different);
    }

    private static async IAsyncEnumerable<Document[]> Alive(
        ExportFile file,
        PageWriter pages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var page in file.ReadAsync(cancellationToken)
                .Where(document => !pages.IsOver(document))
                .Chunk(PageWriter.PageSize)
                .WithCancellation(cancellationToken)
        )
        {
            yield return page;
        }
    }
}
