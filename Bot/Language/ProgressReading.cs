namespace Milestones.Language;

/// <summary>A report of progress ("got 72 on the quiz", "read 3 more books yesterday").</summary>
/// <param name="Value">The number reported; 1 where an act was told without one ("turned in my essay").</param>
/// <param name="IsIncrement">True where the number adds to what was there ("3 more books"), false where it is the state
/// now ("72 on the quiz").</param>
/// <param name="Topics">Normalised content words, in the order read, to match against a goal.</param>
/// <param name="On">The day it speaks of; today unless said otherwise.</param>
internal sealed record ProgressReading(Quantity Value, bool IsIncrement, IReadOnlyList<string> Topics, DateOnly On);
