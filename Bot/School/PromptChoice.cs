namespace Milestones.School;

/// <summary>What a student decided about weekly prompts; reflecting on one's own stays possible all the time.</summary>
/// <param name="PausedUntil">The moment from which they come again.</param>
internal sealed record PromptChoice(bool OptedOut, DateTimeOffset? PausedUntil);
