using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Milestones.Conversations;

/// <summary>
/// What a document handled as long as it could come again: activity ids and one-time action tokens, and the last answer
/// given to a button.
/// </summary>
/// <param name="Marks">The last ones, however long ago.</param>
/// <remarks>
/// Teams repeats what it did not see answered, invokes under a new id too, so both are remembered (docs/protocol.md,
/// section
/// 1).
/// Marks are shortened to 48 bits: 32 of them cost a quarter of a kilobyte instead of two, and meet by chance once in
/// 10^13 turns: a million students
/// take that many in some thousand years.
/// A request can be repeated as long as its token lives, which is an hour and some minutes of clocks that differ.
/// </remarks>
internal sealed record HandledTurns(IReadOnlyList<string> Marks)
{
    private const int Remembered = 32;

    /// <summary>In signs: six bytes to the base of 64.</summary>
    private const int MarkLength = 8;

    /// <summary>
    /// Of earlier ones; 8 KB. Nobody writes so much in an hour, and Teams lets nobody.
    /// </summary>
    private const int MostEarlier = 1024;

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(70);
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public static HandledTurns None { get; } = new([]);

    /// <summary>The last answer to a button, so that its repetition gets the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenAnswer? Answer { get; init; }

    /// <summary>Those before the last ones, while the token they came with may live; oldest first.</summary>
    public IReadOnlyList<EarlierMarks> Earlier { get; init; } = [];

    public static string MarkOf(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return Convert.ToBase64String(hash[..6]);
    }

    public bool Contains(string? id)
    {
        if (id is null)
            return false;
        var mark = MarkOf(id);
        return Marks.Contains(mark, StringComparer.Ordinal) || Earlier.Any(earlier => earlier.Has(mark, MarkLength));
    }

    /// <param name="given">The answer of the turn that was handled now; an earlier one stays for a while.</param>
    public HandledTurns With(GivenAnswer? given, DateTimeOffset now, params ReadOnlySpan<string?> ids)
    {
        var marks = new List<string>(Marks.Count + ids.Length);
        marks.AddRange(Marks);
        foreach (var id in ids)
        {
            if (id is not null)
            {
                marks.Add(MarkOf(id));
            }
        }

        var surplus = Math.Max(0, marks.Count - Remembered);
        return new(surplus == 0 ? marks : marks[surplus..])
        {
            Answer = given ?? (Answer?.IsOld(now) == false ? Answer : null),
            Earlier = Left(string.Concat(marks.Take(surplus)), now),
        };
    }

    /// <summary>What left the last ones now beside what left before, without what is too old to come again.</summary>
    private List<EarlierMarks> Left(string marks, DateTimeOffset now)
    {
        List<EarlierMarks> kept = [.. Earlier.Where(earlier => now - earlier.At < TokenLife)];
        if (marks.Length > 0)
        {
            if (kept is [.., var last] && now - last.At < Together)
                kept[^1] = last with { Marks = last.Marks + marks };
            else
                kept.Add(new(now) { Marks = marks });
        }

        while (kept.Sum(earlier => earlier.Marks.Length) > MostEarlier * MarkLength)
        {
            var surplus = kept.Sum(earlier => earlier.Marks.Length) - (MostEarlier * MarkLength);
            if (kept[0].Marks.Length <= surplus)
                kept.RemoveAt(0);
            else
                kept[0] = kept[0] with { Marks = kept[0].Marks[surplus..] };
        }

        return kept;
    }
}

/// <summary>Marks one behind the other, all as long.</summary>
/// <param name="At">When the first of them left the last ones; the others did within minutes.</param>
internal sealed record EarlierMarks(DateTimeOffset At)
{
    public string Marks { get; init; } = "";

    public bool Has(string mark, int length)
    {
        for (var at = 0; at + length <= Marks.Length; at += length)
        {
            if (Marks.AsSpan(at, length).SequenceEqual(mark))
                return true;
        }

        return false;
    }
}

/// <summary>
/// The body given to an invoke, kept until the next one, or until it is old: it is a card, and so as long as much that
/// is kept for good.
/// </summary>
internal sealed record GivenAnswer(IReadOnlyList<string> Marks, RawJson Body, DateTimeOffset At)
{
    /// <summary>Long after Teams has given up on a request (15 seconds).</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public bool IsOld(DateTimeOffset now) => now - At > Kept;
}
