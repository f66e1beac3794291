using System.Security.Cryptography;
using System.Text;

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

    /// <summary>Whether it is the document of a school, or of a district.</summary>
    public static bool IsSchool(DocumentKey key) =>
        key.Partition.StartsWith("school:", StringComparison.Ordinal)
        || key.Partition.StartsWith("district:", StringComparison.Ordinal);

    /// <summary>By the mark of its name: what a school is called may be longer than a key.</summary>
    /// <param name="mark">Of <see cref="SchoolMark"/>.</param>
    public static DocumentKey School(string tenantId, string mark) =>
        new($"school:{Uri.EscapeDataString(tenantId)}:{mark}", Head);

    /// <summary>The same for a name in large and in small letters.</summary>
    public static string SchoolMark(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant())))[..16];

    /// <summary>The document that knows which schools a tenant has.</summary>
    public static DocumentKey District(string tenantId) => new($"district:{Uri.EscapeDataString(tenantId)}", Head);

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
