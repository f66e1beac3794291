namespace Milestones.Conversations;

/// <summary>An <see cref="ArchiveEntry"/> as its document keeps it until it is written.</summary>
/// <param name="Partition">Where it is kept; null for beside the document.</param>
internal sealed record ToArchive(string Id, string? Partition, RawJson Body);
