using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Milestones.Conversations;

/// <summary>
/// The last things a document handled: activity ids and one-time action tokens, and the last answer given to a button.
/// </summary>
/// <remarks>
/// Teams repeats what it did not see answered, invokes under a new id too, so both are remembered (docs/protocol.md,
/// section
/// 1).
/// Marks are shortened to 48 bits: 32 of them cost a quarter of a kilobyte instead of two, and meet by chance once in
/// 10^13 turns: a million students
/// take that many in some thousand years.
/// </remarks>
internal sealed record HandledTurns(IReadOnlyList<string> Marks)
{
    private const int Remembered = 32;

    public static HandledTurns None { get; } = new([]);

    /// <summary>The last answer to a button, so that its repetition gets the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenAnswer? Answer { get; init; }

    public static string MarkOf(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return Convert.ToBase64String(hash[..6]);
    }

    public bool Contains(string? id) => id is not null && Marks.Contains(MarkOf(id), StringComparer.Ordinal);

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

        return new(marks.Count <= Remembered ? marks : marks[^Remembered..])
        {
            Answer = given ?? (Answer?.IsOld(now) == false ? Answer : null),
        };
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
