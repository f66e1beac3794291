namespace Milestones.Storage;

/// <summary>Whole partitions, for what is done once in a while and never in a turn.</summary>
internal static class Partitions
{
    private const int Page = 200;

    /// <summary>
    /// Every document of a partition whose id starts with <paramref name="idPrefix"/>, in the order of ids.
    /// </summary>
    public static async Task<List<Document>> AllAsync(
        this IDocumentStore store,
        string partition,
        string idPrefix,
        CancellationToken cancellationToken
    )
    {
        List<Document> all = [];
        IReadOnlyList<StoredDocument> page;
        do
        {
            page = await store.ListAsync(partition, idPrefix, all.LastOrDefault()?.Key.Id, Page, cancellationToken);
            all.AddRange(page.Select(one => one.Document));
        } while (page.Count == Page);

        return all;
    }
}
