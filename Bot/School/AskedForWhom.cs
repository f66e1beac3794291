namespace Milestones.School;

/// <summary>
/// Words that may be for a teacher or for the coach: which was asked with taps, and nothing was sent. The next words
/// are the answer, or something new.
/// </summary>
/// <param name="Text">What was typed.</param>
/// <param name="Replies">The answers of teachers it may be about.</param>
internal sealed record AskedForWhom(string Text, IReadOnlyList<string> Replies);
