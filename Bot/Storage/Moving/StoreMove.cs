using System.Text;
using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Storage.Moving;

/// <summary>How a move ended.</summary>
/// <param name="Bytes">Of the documents' JSON.</param>
/// <param name="Copying">What this run took for it; a run before is not in it.</param>
/// <param name="Different">Keys of documents that the new store does not hold as the old one does.</param>
internal sealed record MoveResult(
    long Documents,
    long Bytes,
    TimeSpan Copying,
    TimeSpan Comparing,
    IReadOnlyList<DocumentKey> Different
);

/// <summary>
/// Copies every document of a database file into an empty store, and then compares every one. Stopped at any point, the
/// same call goes on where it was. Nothing is written into a store that holds anything else.
/// </summary>
/// <param name="target">Names the new store, for people.</param>
internal sealed class StoreMove(
    string database,
    IDocumentScan from,
    IDocumentStore to,
    string target,
    TimeProvider clock,
    TextWriter output
)
{
    /// <summary>Stands in the new store while it is being filled: whose move it is.</summary>
    private static readonly DocumentKey Mark = new("move", "mark");

    private readonly Progress _progress = new(output, clock);

    /// <exception cref="InvalidDataException">The new store is not this move's to fill; nothing was
    /// written.</exception>
    public async Task<MoveResult> RunAsync(CancellationToken cancellationToken)
    {
        var pages = new PageWriter(to, clock, _progress);
        var state = await BeginAsync(cancellationToken);
        var since = clock.GetTimestamp();
        while (state.Stage == MoveStage.Copying)
        {
            var page = await from.ScanAsync(state.Bookmark, PageWriter.PageSize, cancellationToken);
            await pages.CreateAsync([.. page.Documents.Select(one => one.Document)], cancellationToken);
            state = state with
            {
                Stage = page.Bookmark is null ? MoveStage.Comparing : MoveStage.Copying,
                Documents = state.Documents + page.Documents.Count,
                Bookmark = page.Bookmark,
            };
            await state.WriteAsync(database, cancellationToken);
            await _progress.MaybeSayAsync($"{state.Documents} documents copied");
        }

        var copying = clock.GetElapsedTime(since);
        var result = await CompareAsync(pages, cancellationToken);
        if (result.Different is [])
        {
            await (state with { Stage = MoveStage.Compared }).WriteAsync(database, cancellationToken);
            await to.DeleteAsync(Mark, etag: null, cancellationToken);
            MoveState.Forget(database);
        }

        return result with
        {
            Copying = copying,
        };
    }

    /// <summary>The old store is read once more: what changed in it since is different too.</summary>
    private async Task<MoveResult> CompareAsync(PageWriter pages, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        var different = new List<DocumentKey>();
        long documents = 0,
            bytes = 0;
        string? bookmark = null;
        do
        {
            var page = await from.ScanAsync(bookmark, PageWriter.PageSize, cancellationToken);
            bookmark = page.Bookmark;
            documents += page.Documents.Count;
            bytes += page.Documents.Sum(one => (long)one.Document.Json.Length);
            different.AddRange(
                await pages.DifferentAsync([.. page.Documents.Select(one => one.Document)], cancellationToken)
            );
            await _progress.MaybeSayAsync($"{documents} documents compared");
        } while (bookmark is not null);

        return new(documents, bytes, TimeSpan.Zero, clock.GetElapsedTime(since), different);
    }

    private async Task<MoveState> BeginAsync(CancellationToken cancellationToken)
    {
        var known = await MoveState.ReadAsync(database, cancellationToken);
        if (known is not null && known.Target != target)
        {
            throw new InvalidDataException(
                $"A move of {database} to {known.Target} is not finished. Finish it, or delete {database}-moving and "
                    + "what was written there."
            );
        }

        if (await to.GetAsync(Mark, cancellationToken) is { } mark)
        {
            if (known is null || MoveOf(mark.Document) != known.Id)
            {
                throw new InvalidDataException(
                    $"{target} is being filled by a move from elsewhere; nothing was written. Finish that one, or "
                        + "make the container anew."
                );
            }

            await _progress.SayAsync($"Going on after {known.Documents} documents.");
            return known;
        }

        // Between its last two steps a finished move has no mark any more.
        if (known is { Stage: MoveStage.Compared })
            return known;
        if (!await IsEmptyAsync(cancellationToken))
        {
            throw new InvalidDataException(
                $"{target} holds documents already; nothing was written. Name an empty container in "
                    + "Store:Cosmos:Container and make it with: init-store"
            );
        }

        var fresh = MoveState.Begin(target);
        await fresh.WriteAsync(database, cancellationToken);
        return (await to.CreateAsync(MarkOf(fresh), cancellationToken)).Written
            ? fresh
            : throw new InvalidDataException($"Another move into {target} began just now; nothing was written.");
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        string? bookmark = null;
        do
        {
            // A page may be empty though others are not.
            var page = await to.ScanAsync(bookmark, limit: 1, cancellationToken);
            if (page.Documents.Count > 0)
                return false;
            bookmark = page.Bookmark;
        } while (bookmark is not null);

        return true;
    }

    private static Document MarkOf(MoveState state) =>
        new(Mark, "move", Encoding.UTF8.GetBytes($$"""{"move":"{{state.Id}}"}"""));

    private static string? MoveOf(Document mark)
    {
        using var json = JsonDocument.Parse(mark.Json);
        return json.RootElement.GetProperty("move"u8).GetString();
    }
}
