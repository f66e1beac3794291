using System.ComponentModel.DataAnnotations;

namespace Milestones.Channel.Sending;

/// <summary>
/// The settings under <c>Limits</c>: how many calls to the connector are made at the most, kept on our side so that its
/// 429 is the exception.
/// The defaults are what Teams documents per conversation, and less than its 50 a second per app and tenant.
/// </summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit</remarks>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>
    /// Calls in any second, to one tenant, by this process: with several on one store, each has its share of what Teams
    /// allows.
    /// </summary>
    [Range(2, 1_000_000)]
    public int TenantPerSecond { get; set; } = 30;

    /// <summary>Calls in any second, to one conversation.</summary>
    [Range(2, 1_000_000)]
    public int ConversationPerSecond { get; set; } = 7;

    [Range(2, 1_000_000)]
    public int ConversationPerTwoSeconds { get; set; } = 8;

    [Range(2, 1_000_000)]
    public int ConversationPerThirtySeconds { get; set; } = 60;

    [Range(2, 1_000_000)]
    public int ConversationPerHour { get; set; } = 1800;

    /// <summary>
    /// Unclear sentences of one student that a language model is asked about in a day, whichever process takes their
    /// turns; it counts only where a school has set a model.
    /// </summary>
    [Range(0, 1000)]
    public int ModelCallsPerStudentPerDay { get; set; } = 30;
}
