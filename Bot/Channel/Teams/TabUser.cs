using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>Who looks at a tab, as a token of their own tenant says it.</summary>
/// <param name="Until">When the token ends: nothing that rests on it lasts longer.</param>
internal sealed record TabUser(PersonId Person, DateTimeOffset Until);
