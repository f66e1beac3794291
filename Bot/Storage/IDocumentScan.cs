namespace Milestones.Storage;

/// <summary>Every document once, for moving a store; never for a turn.</summary>
internal interface IDocumentScan
{
    /// <summary>
    /// The next page after <paramref name="bookmark"/>, which is null for the first one. Documents written meanwhile
    /// may be in it or not.
    /// </summary>
    Task<ScanPage> ScanAsync(string? bookmark, int limit, CancellationToken cancellationToken);
}

/// <summary>A page of a scan.</summary>
/// <param name="Bookmark">Where the next page starts, also in another process; null after the last one.</param>
internal sealed record ScanPage(IReadOnlyList<StoredDocument> Documents, string? Bookmark);
