using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// The coach's quiet question after words that may mean something heavy: would they like an adult to know that they
/// want
/// to talk? Nobody is told unless they say yes, and it is never put twice for the same words.
/// </summary>
/// <param name="Open">Whether it waits for an answer.</param>
/// <param name="Words">Marks of the words it was put for; never the words.</param>
internal sealed record QuietQuestion(bool Open, IReadOnlyList<string> Words)
{
    private const int Remembered = 16;

    public static QuietQuestion None { get; } = new(false, []);

    public bool WasAsked(string text) => Words.Contains(HandledTurns.MarkOf(text), StringComparer.Ordinal);

    public QuietQuestion Ask(string text) => new(true, [.. Words.TakeLast(Remembered - 1), HandledTurns.MarkOf(text)]);
}
