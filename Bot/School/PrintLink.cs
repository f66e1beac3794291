using Milestones.Conversations;

namespace Milestones.School;

/// <summary>What is printed.</summary>
internal enum PrintKind
{
    /// <summary>One goal a student reached.</summary>
    Goal,

    /// <summary>A student's term.</summary>
    Term,

    /// <summary>For a teacher: each goal of the class that was reached and shared.</summary>
    ClassGoals,

    /// <summary>For a teacher: each student's term.</summary>
    ClassTerm,

    /// <summary>A student's conference pack.</summary>
    Conference,

    /// <summary>For a teacher: each pack of the class that is ready.</summary>
    ClassConferences,
}

/// <summary>
/// A link under which certificates, or conference packs, can be looked at and printed, as often as wanted for half an
/// hour. The link itself is not kept: what is stored only tells it.
/// </summary>
internal sealed record PrintLink(DateTimeOffset Until, PrintKind Kind)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public string Mark { get; init; } = "";

    /// <summary>The class that is named on it; null for none.</summary>
    public DocumentKey? Class { get; init; }

    public string? GoalId { get; init; }

    /// <param name="seed">The turn's own, so that a turn which runs again makes the same.</param>
    public static (PrintLink Link, string Token) New(PersonId person, PrintKind kind, Guid seed, DateTimeOffset now)
    {
        var (secret, token) = LinkToken.New(person, seed);
        return (new(now + Lasts, kind) { Mark = LinkToken.MarkOf(secret) }, token);
    }

    public bool Opens(string secret, DateTimeOffset now) => now < Until && LinkToken.IsMark(Mark, secret);
}
