using Milestones.Conversations;

namespace Milestones.Pages.Visiting;

/// <summary>Somebody looks at pages for a while: who, and until when. How they proved it is behind them.</summary>
internal sealed record Visit(PersonId Person, DateTimeOffset Until);
