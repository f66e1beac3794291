namespace Milestones.Conversations;

/// <summary>
/// Something that leaves the head for good. Committed with the head and written after it; its id comes from its
/// content, so "already there" is success.
/// </summary>
internal sealed record ArchiveEntry(string Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>Where it is kept; null for beside the document whose turn it is.</summary>
    public string? Partition { get; init; }
}
