using Milestones.Conversations;

namespace Milestones.Storage;

/// <summary>A document as a store keeps it. The store looks at nothing inside <see cref="Json"/>.</summary>
/// <param name="Kind"><c>person</c>, <c>class</c>, <c>tenant</c> or <c>archive</c>.</param>
/// <param name="Json">
/// One JSON object, UTF-8. It comes back as equal JSON, perhaps in other bytes; numbers are doubles to some stores, so
/// none is an integer beyond 2^53.
/// </param>
/// <param name="WakeAt">The earliest moment the document wants to be looked at again (UTC, kept to the millisecond,
/// rounded up); null for never.</param>
/// <param name="ExpiresAt">From this moment on the document is as good as gone (UTC, kept to the millisecond, rounded
/// up); null for never.</param>
internal sealed record Document(
    DocumentKey Key,
    string Kind,
    ReadOnlyMemory<byte> Json,
    DateTimeOffset? WakeAt = null,
    DateTimeOffset? ExpiresAt = null
);

/// <summary>A document as it was read. The ETag is opaque and changes with every write.</summary>
internal sealed record StoredDocument(Document Document, string ETag);

/// <summary>A document that wants to be looked at, and since when.</summary>
internal readonly record struct DueDocument(DocumentKey Key, DateTimeOffset WakeAt);

/// <summary>How a conditional write ended. A conflict is an answer, not a fault.</summary>
/// <param name="ETag">The new ETag, or null when the condition did not hold and nothing was written.</param>
internal readonly record struct WriteResult(string? ETag)
{
    public static WriteResult Conflict => default;

    public bool Written => ETag is not null;
}

/// <summary>The few things both stores promise and are tested for by one contract; see the store tests.</summary>
/// <remarks>
/// Every write is durable when its task ends. A store that cannot promise that throws
/// <see cref="StoreUnavailableException"/>,
/// and then nothing may be acknowledged. Expired documents are never read, and a new one may take their place; who read
/// one before it
/// expired may still replace or delete it.
/// </remarks>
internal interface IDocumentStore : IDocumentScan, IDisposable
{
    /// <summary>Opens the store, and sees that it can be used. Not required: every call opens it by itself.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken);

    /// <summary>The documents that exist, in no promised order; missing ones are left out.</summary>
    Task<IReadOnlyList<StoredDocument>> GetManyAsync(
        IReadOnlyCollection<DocumentKey> keys,
        CancellationToken cancellationToken
    );

    /// <summary>Writes a document that must not exist yet; a conflict when it does.</summary>
    Task<WriteResult> CreateAsync(Document document, CancellationToken cancellationToken);

    /// <summary>Replaces exactly the version that was read; a conflict when it has changed or is gone.</summary>
    Task<WriteResult> ReplaceAsync(Document document, string etag, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a document, the given version only when an ETag is given; false when there was nothing to delete or it
    /// had changed.
    /// </summary>
    Task<bool> DeleteAsync(DocumentKey key, string? etag, CancellationToken cancellationToken);

    /// <summary>
    /// Ends when nothing that was deleted or replaced before can be read from the store's own files, by whatever means.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Something of it may be there still; it is to be asked
    /// again.</exception>
    Task ForgetAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Documents of one partition whose id starts with <paramref name="idPrefix"/>, by id in ordinal order, after
    /// <paramref name="afterId"/>.
    /// </summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(
        string partition,
        string idPrefix,
        string? afterId,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The keys of documents with <paramref name="from"/> <c>≤ WakeAt ≤</c> <paramref name="now"/>, the longest waiting
    /// first. The cost follows the
    /// number of documents in the answer, not of all, nor of those that have waited longer.
    /// </summary>
    /// <remarks>
    /// Only keys: whoever takes a document's turn reads it afresh, since another process may have been there first.
    /// </remarks>
    Task<IReadOnlyList<DueDocument>> DueAsync(
        DateTimeOffset from,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );
}

/// <summary>
/// The store cannot read or save now (full, locked, unreachable, throttled). The message says what to do.
/// </summary>
/// <remarks>
/// Nothing may be acknowledged. A write may have happened all the same: when the answer was lost, not the request.
/// </remarks>
internal sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner) { }
}
