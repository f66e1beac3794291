using Milestones.Calendar;

namespace Milestones.School;

/// <summary>What was decided about messages before the last change, so that it can be taken back.</summary>
/// <param name="IsLast">Nothing was said or tapped since: then the word "undo" means this.</param>
internal sealed record PromptsBefore(PromptChoice? Choice, QuietHours? Quiet, bool IsLast);
