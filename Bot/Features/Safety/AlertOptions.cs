namespace Milestones.Features.Safety;

/// <summary>The section <c>Safety</c> of the settings, as far as it is about reaching an adult.</summary>
internal sealed record AlertOptions
{
    public const string Section = "Safety";

    /// <summary>Over all tenants the bot serves.</summary>
    public const int MostContacts = 100;

    /// <summary>Minutes between two calls for the same student, until somebody answers.</summary>
    public int RepeatMinutes { get; init; } = 30;

    /// <summary>Hours without an answer after which the tenant's contacts are told too.</summary>
    public double EscalateAfterHours { get; init; } = 4;

    /// <summary>
    /// Entra object ids of those told when nobody of the class answers, such as a school's counselors. They must have a
    /// chat with the bot, and are told about students of their own tenant only.
    /// </summary>
    public IReadOnlyList<string> TenantContacts { get; init; } = [];

    /// <summary>
    /// Whether calls are repeated at night too. The first call, and the first to the tenant's contacts, comes at any
    /// hour.
    /// </summary>
    public bool RepeatAtNight { get; init; }

    public TimeSpan Repeat => TimeSpan.FromMinutes(RepeatMinutes);

    public TimeSpan EscalateAfter => TimeSpan.FromHours(EscalateAfterHours);
}
