using System.Text;
using Milestones.Conversations;

namespace Milestones.Turns;

/// <summary>
/// Documents that are due, in the order in which a process takes them, so that several processes that see the same
/// documents seldom reach for the
/// same one. Not for several threads at once.
/// </summary>
/// <remarks>
/// Every process sees the keys on the same ring, by a hash of the key, and starts at a place of its own: each works
/// through its own stretch. When it
/// meets what others have done it goes on at another place, rather than follow on their heels; when it meets them
/// everywhere it lets go of the
/// rest. What of it is still due will be found again. Nobody needs to know how many processes there are. <c>Bot.Bench
/// claims</c> shows what that saves.
/// </remarks>
internal sealed class DueOrder(Random random)
{
    private const int MeetingsBeforeAnotherPlace = 2;
    private const int MeetingsBeforeLettingGo = 8;

    private readonly List<(ulong Place, DocumentKey Key)> _ring = [];
    private ulong _at = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
    private int _meetings;

    public int Count => _ring.Count;

    public void Add(DocumentKey key)
    {
        var at = Find(PlaceOf(key));
        _ring.Insert(at, (PlaceOf(key), key));
    }

    public DocumentKey? Take()
    {
        if (_ring.Count == 0)
            return null;
        var index = Find(_at) % _ring.Count;
        var (place, key) = _ring[index];
        _ring.RemoveAt(index);
        _at = place;
        return key;
    }

    /// <summary>One that was taken was this process's.</summary>
    public void Won() => _meetings = 0;

    /// <summary>Somebody else was first at one that was taken.</summary>
    /// <returns>The keys that are let go of.</returns>
    public IReadOnlyList<DocumentKey> Met()
    {
        _meetings++;
        if (_meetings % MeetingsBeforeAnotherPlace == 0)
            _at = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        if (_meetings < MeetingsBeforeLettingGo)
            return [];
        IReadOnlyList<DocumentKey> rest = [.. _ring.Select(one => one.Key)];
        _ring.Clear();
        _meetings = 0;
        return rest;
    }

    /// <summary>The index of the first one at this place of the ring or after it.</summary>
    private int Find(ulong place)
    {
        var (low, high) = (0, _ring.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ring[middle].Place < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>
    /// FNV-1a with a last mixing step (http://www.isthe.com/chongo/tech/comp/fnv/): the same in every process, unlike
    /// <see cref="string.GetHashCode()"/>.
    /// </summary>
    private static ulong PlaceOf(DocumentKey key)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes($"{key.Partition}\n{key.Id}"))
            hash = unchecked((hash ^ part) * 1099511628211UL);
        hash ^= hash >> 32;
        hash = unchecked(hash * 0x9E3779B97F4A7C15UL);
        return hash ^ (hash >> 29);
    }
}
