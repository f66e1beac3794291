namespace Milestones.School;

/// <summary>The last message a person typed.</summary>
/// <param name="Mark">The mark of its turn, as <see cref="Conversations.HandledTurns.MarkOf"/> makes it.</param>
/// <param name="Entry">The progress entry it made; null where it made none.</param>
internal sealed record LastSaid(string Mark, string? Entry);
