using System.Text.Json;
using Milestones.Conversations;

namespace Milestones.Storage.Moving;

/// <summary>
/// Writes pages of documents where nothing is yet, and compares them with what is there. While the store is asked for
/// more than it can do, it waits and tries again.
/// </summary>
internal sealed class PageWriter(IDocumentStore store, TimeProvider clock, Progress progress)
{
    /// <summary>Documents of a page: as many as are under way at once.</summary>
    public const int PageSize = 256;

    private static readonly TimeSpan[] Pauses =
    [
        .. new[] { 1, 2, 4, 8, 16 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
    ];

    /// <summary>How many of them were not there before; what was there stays as it is.</summary>
    public async Task<int> CreateAsync(IReadOnlyCollection<Document> page, CancellationToken cancellationToken) =>
        (
            await PatientlyAsync(
                () => Task.WhenAll(page.Select(document => store.CreateAsync(document, cancellationToken))),
                cancellationToken
            )
        ).Count(result => result.Written);

    /// <summary>Those that the store does not hold as they are here.</summary>
    public Task<List<DocumentKey>> DifferentAsync(
        IReadOnlyCollection<Document> page,
        CancellationToken cancellationToken
    ) =>
        PatientlyAsync(
            async () =>
            {
                var found = await store.GetManyAsync([.. page.Select(document => document.Key)], cancellationToken);
                var byKey = found.ToDictionary(read => read.Document.Key, read => read.Document);
                return page.Where(document =>
                        !(byKey.TryGetValue(document.Key, out var there) ? Same(document, there) : IsOver(document))
                    )
                    .Select(document => document.Key)
                    .ToList();
            },
            cancellationToken
        );

    public bool IsOver(Document document) => document.ExpiresAt <= clock.GetUtcNow();

    private static bool Same(Document one, Document other)
    {
        if ((one.Kind, one.WakeAt, one.ExpiresAt) != (other.Kind, other.WakeAt, other.ExpiresAt))
            return false;
        if (one.Json.Span.SequenceEqual(other.Json.Span))
            return true;
        using var left = JsonDocument.Parse(one.Json);
        using var right = JsonDocument.Parse(other.Json);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }

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
                await progress.SayAsync($"Waiting {pause.TotalSeconds} s: {fault.Message}");
                await Task.Delay(pause, clock, cancellationToken);
            }
        }

        return await work();
    }
}
