namespace Milestones.Conversations;

/// <summary>
/// The keys of docs/architecture.md, "Documents". Ids from outside are escaped, since stores forbid some signs in keys.
/// </summary>
internal static class DocumentKeys
{
    /// <summary>The id of the one document in a partition that changes.</summary>
    public const string Head = "head";

    public static DocumentKey Person(PersonId person) =>
        new($"person:{Uri.EscapeDataString(person.TenantId)}:{Uri.EscapeDataString(person.ObjectId)}", Head);

    public static bool IsClassroom(DocumentKey key) => key.Partition.StartsWith("class:", StringComparison.Ordinal);

    /// <summary>Whose document a person's key names; nobody for a class's.</summary>
    public static PersonId PersonOf(DocumentKey key) =>
        key.Partition.Split(':') is ["person", var tenant, var person]
            ? new(Uri.UnescapeDataString(tenant), Uri.UnescapeDataString(person))
            : default;

    /// <summary>The tenant and team a class's key names.</summary>
    public static (string TenantId, string TeamId) TeamOf(DocumentKey key) =>
        key.Partition.Split(':') is ["class", var tenant, var team]
            ? (Uri.UnescapeDataString(tenant), Uri.UnescapeDataString(team))
            : (string.Empty, string.Empty);

    /// <summary>
    /// The class a card's data names, if it names one of this tenant. Untrusted: what somebody may do there is decided
    /// beside the document.
    /// </summary>
    public static DocumentKey? NamedClass(string? partition, string tenantId) =>
        partition?.Split(':') is ["class", var tenant, { Length: > 0 and < 200 } team]
        && Uri.UnescapeDataString(tenant) == tenantId
            ? Classroom(tenantId, Uri.UnescapeDataString(team))
            : null;

    /// <summary>The tenant that a document is in.</summary>
    public static string TenantOf(DocumentKey key) =>
        key.Partition.Split(':', 3) is [_, var tenant, ..] ? Uri.UnescapeDataString(tenant) : key.Partition;

    public static DocumentKey Classroom(string tenantId, string teamId) =>
        new($"class:{Uri.EscapeDataString(tenantId)}:{Uri.EscapeDataString(teamId)}", Head);
}
