using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// What the page of a school shows: one document for each school, and the one that knows which there are.
/// </summary>
internal sealed class SchoolReader(IDocumentStore store, HeadKinds kinds, TimeProvider time)
{
    /// <param name="mark">Of the school's name; null for all schools of the tenant.</param>
    /// <returns>Null where there is no such school.</returns>
    public async Task<SchoolsRead?> ReadAsync(string tenantId, string? mark, CancellationToken cancellationToken)
    {
        var district = await store.GetAsync(DocumentKeys.District(tenantId), cancellationToken) is { } stored
            ? kinds.School.Read(stored.Document)
            : new SchoolRollup();
        var wanted = district
            .Schools.Select(DocumentKeys.SchoolMark)
            .Where(one => mark is null || one == mark)
            .Select(one => DocumentKeys.School(tenantId, one))
            .ToList();
        if (mark is not null && wanted.Count == 0)
            return null;
        var found = await store.GetManyAsync(wanted, cancellationToken);
        return new(
            district.Schools,
            [.. found.Select(one => kinds.School.Read(one.Document))],
            IsAll: mark is null && district.Schools.Count > 1
        );
    }

    /// <summary>Opens a link of the command once: the tenant whose schools it shows; null where it opens nothing any
    /// more.</summary>
    public async Task<string?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (
            SchoolLink.Read(token) is not var (key, tenant)
            || !key.IsValid()
            || await store.GetAsync(key, cancellationToken) is not { } stored
        )
        {
            return null;
        }

        return
            await store.DeleteAsync(key, stored.ETag, cancellationToken)
            && SchoolLink.EndOf(stored.Document.Json) > time.GetUtcNow()
            ? tenant
            : null;
    }
}

/// <param name="Names">Of all schools of the tenant, by the alphabet.</param>
/// <param name="IsAll">Several schools together.</param>
internal sealed record SchoolsRead(IReadOnlyList<string> Names, IReadOnlyList<SchoolRollup> Schools, bool IsAll);
