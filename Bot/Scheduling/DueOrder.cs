using System.Text;
using Milestones.Storage;

namespace Milestones.Scheduling;

/// <summary>In which order a process takes what is due, so that several processes that see the same documents seldom reach for the same one.</summary>
/// <remarks>
/// Every process sees the keys on the same ring, by a hash of the key, and starts at a place of its own: each works through its own stretch,
/// until it meets what another has done or is doing. It then looks again at what is due and starts at a new place, rather than follow on the
/// other's heels. Nobody needs to know how many processes there are. <c>Bot.Bench claims</c> shows what that saves.
/// </remarks>
internal static class DueOrder
{
    /// <summary>After so many documents of a page that another process was at first, it is time to look again.</summary>
    public const int MeetingsBeforeLookingAgain = 2;

    /// <summary>The keys, from the seed's place on the ring onwards and once around.</summary>
    /// <param name="seed">A random number of the process's own, a new one for each page.</param>
    public static IReadOnlyList<DocumentKey> From(IEnumerable<DocumentKey> keys, ulong seed) =>
        [.. keys.OrderBy(key => unchecked(Place(key) - seed))];

    /// <summary>FNV-1a with a last mixing step (http://www.isthe.com/chongo/tech/comp/fnv/): the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static ulong Place(DocumentKey key)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes($"{key.Partition}\n{key.Id}"))
            hash = unchecked((hash ^ part) * 1099511628211UL);
        hash ^= hash >> 32;
        hash = unchecked(hash * 0x9E3779B97F4A7C15UL);
        return hash ^ (hash >> 29);
    }
}
