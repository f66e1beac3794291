using System.Buffers;

namespace Milestones.Conversations;

/// <summary>Where a document lives: its partition (one person, one class, one tenant) and its id inside it.</summary>
/// <remarks>
/// Both are plain text without <c>/ \ ? #</c> or control characters, 1 to 255 characters; an id without <c>%</c> too.
/// Every store takes that.
/// </remarks>
internal readonly record struct DocumentKey(string Partition, string Id)
{
    private static readonly SearchValues<char> ForbiddenInPartition = SearchValues.Create("/\\?#");

    // To Cosmos DB an id is a part of an address, which a partition is not.
    private static readonly SearchValues<char> ForbiddenInId = SearchValues.Create("/\\?#%");

    /// <summary>Whether both parts are what every store takes: for what comes from outside.</summary>
    public bool IsValid() => Fits(Partition, ForbiddenInPartition) && Fits(Id, ForbiddenInId);

    /// <summary>This key, when both parts are what every store takes.</summary>
    /// <exception cref="ArgumentException">A part is empty, too long or holds a forbidden character: a fault of the
    /// caller's.</exception>
    public DocumentKey Checked()
    {
        Check(Partition, nameof(Partition), ForbiddenInPartition);
        Check(Id, nameof(Id), ForbiddenInId);
        return this;
    }

    private static void Check(string part, string name, SearchValues<char> forbidden)
    {
        if (!Fits(part, forbidden))
        {
            throw new ArgumentException(
                "A document key has 1 to 255 characters in each part, none of / \\ ? # (nor % in the "
                    + "id) and no control character.",
                name
            );
        }
    }

    private static bool Fits(string part, SearchValues<char> forbidden) =>
        part is { Length: > 0 and <= 255 } && !part.AsSpan().ContainsAny(forbidden) && !part.Any(char.IsControl);
}
