using System.Text.Json;
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
    private const int PageSize = 256;

    /// <summary>Pauses before trying again while the store is asked for more than it can do now.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        .. new[] { 1, 2, 4, 8, 16 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
    ];

    private readonly Progress _progress = new(output, clock);

    public async Task<ImportResult> RunAsync(ExportFile file, CancellationToken cancellationToken)
    {
        long written = 0,
            met = 0;
        await foreach (var page in Alive(file, cancellationToken))
        {
            var results = await PatientlyAsync(
                () => Task.WhenAll(page.Select(document => store.CreateAsync(document, cancellationToken))),
                cancellationToken
            );
            written += results.Count(result => result.Written);
            met += page.Length;
            await _progress.MaybeSayAsync($"{met} of {file.Documents} documents written");
        }

        var different = new List<DocumentKey>();
        long compared = 0;
        await foreach (var page in Alive(file, cancellationToken))
        {
            different.AddRange(await PatientlyAsync(() => CompareAsync(page, cancellationToken), cancellationToken));
            compared += page.Length;
            await _progress.MaybeSayAsync($"{compared} of {file.Documents} documents compared");
        }

        return new(written, met - written, different);
    }

    private async Task<IEnumerable<DocumentKey>> CompareAsync(Document[] page, CancellationToken cancellationToken)
    {
        var found = await store.GetManyAsync([.. page.Select(document => document.Key)], cancellationToken);
        var byKey = found.ToDictionary(read => read.Document.Key, read => read.Document);
        return page.Where(document =>
                !(byKey.TryGetValue(document.Key, out var there) ? Same(document, there) : IsOver(document))
            )
            .Select(document => document.Key);
    }

    private static bool Same(Document one, Document other)
    {
        if ((one.Kind, one.WakeAt, one.ExpiresAt) != (other.Kind, other.WakeAt, other.ExpiresAt))
            return false;
        using var left = JsonDocument.Parse(one.Json);
        using var right = JsonDocument.Parse(other.Json);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }

    private async IAsyncEnumerable<Document[]> Alive(
        ExportFile file,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var page in file.ReadAsync(cancellationToken)
                .Where(document => !IsOver(document))
                .Chunk(PageSize)
                .WithCancellation(cancellationToken)
        )
        {
            yield return page;
        }
    }

    private bool IsOver(Document document) => document.ExpiresAt <= clock.GetUtcNow();

    private async Task<T> PatientlyAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                return await work();
            }
            catch (StoreUnavailableException fault)
            {
                await _progress.SayAsync($"Waiting {pause.TotalSeconds} s: {fault.Message}");
                await Task.Delay(pause, clock, cancellationToken);
            }
        }

        return await work();
    }
}
