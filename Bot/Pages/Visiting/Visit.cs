using Milestones.Conversations;

namespace Milestones.Pages.Visiting;

/// <summary>Somebody looks at pages for a while: who, and until when.</summary>
/// <param name="IsSignedIn">Teams said who they are; else they had a link.</param>
internal sealed record Visit(PersonId Person, DateTimeOffset Until, bool IsSignedIn);
