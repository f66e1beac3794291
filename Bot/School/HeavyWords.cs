using System.Security.Cryptography;
using System.Text;
using Milestones.Language;
using Milestones.Language.Concerns;

namespace Milestones.School;

/// <summary>
/// Words that may be heavy were answered with a quiet question. Nobody but the student knows of it; what was written is
/// not kept.
/// </summary>
/// <param name="Kind">What an adult would be told of, where the student wants that.</param>
/// <param name="IsOpen">The question waits for its answer.</param>
/// <param name="Known">Marks of the texts it was asked about, newest last: it is asked once for the same
/// words.</param>
internal sealed record HeavyWords(Concern Kind, bool IsOpen, IReadOnlyList<string> Known)
{
    /// <summary>When they last said that they are all right; null where they never did.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }

    private const int Most = 12;
    private const int MarkLength = 12;

    public static HeavyWords Ask(HeavyWords? before, Concern kind, string text) =>
        new(kind, IsOpen: true, [.. (before?.Known ?? []).Append(MarkOf(text)).TakeLast(Most)])
        {
            DeclinedAt = before?.DeclinedAt,
        };

    /// <summary>So long after "I'm okay" weak evidence of the same kind gets a line instead of the question.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(2);

    public bool IsDeclined(Concern kind, DateTimeOffset now) => kind == Kind && DeclinedAt is { } at && now - at < Rest;

    public bool Knows(string text) => Known.Contains(MarkOf(text), StringComparer.Ordinal);

    /// <summary>Tells the same words again, and cannot be read back.</summary>
    private static string MarkOf(string text) =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit))))
        )[..MarkLength];
}
