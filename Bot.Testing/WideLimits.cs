namespace Milestones.Testing;

/// <summary>
/// Settings that lift the limits on sending, where a few conversations stand for a school and the bot itself is
/// measured.
/// </summary>
internal static class WideLimits
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new[]
        {
            "TenantPerSecond",
            "ConversationPerSecond",
            "ConversationPerTwoSeconds",
            "ConversationPerThirtySeconds",
            "ConversationPerHour",
        }.ToDictionary(name => $"Limits:{name}", _ => "1000000", StringComparer.Ordinal);
}
