using Milestones.Language.Wanted;

namespace Milestones.School;

/// <summary>
/// A sentence that could mean several things: which one was asked with taps. The next words are the answer, or
/// something new.
/// </summary>
/// <param name="Text">What was typed.</param>
/// <param name="Guesses">What it may want, the likeliest first.</param>
internal sealed record Unsure(string Text, IReadOnlyList<Intent> Guesses);
