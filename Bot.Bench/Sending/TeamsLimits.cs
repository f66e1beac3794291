using System.Diagnostics;

namespace Milestones.Bench.Sending;

/// <summary>
/// What Teams allows, as strictly as it can be read: no stretch of a window's length has more calls, wherever it
/// begins. Calls that are refused do
/// not count. (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit)
/// </summary>
/// <param name="tenantPerSecond">To all conversations of one tenant together.</param>
internal sealed class TeamsLimits(int tenantPerSecond)
{
    private static readonly Window[] PerConversation = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];

    private readonly Window[] _perTenant = [new(tenantPerSecond, 1)];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<long>> _tenants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<long>> _conversations = new(StringComparer.Ordinal);

    /// <returns>Which limit has no room for a call now, and for how many seconds; null when it may pass.</returns>
    public (string Limit, int Seconds)? Enter(string tenant, string conversation)
    {
        lock (_lock)
        {
            var (ofTenant, ofConversation) = (Calls(_tenants, tenant), Calls(_conversations, conversation));
            var now = Stopwatch.GetTimestamp();
            if (Full(ofConversation, PerConversation, now) is { } conversationFor)
                return ("conversation", conversationFor);
            if (Full(ofTenant, _perTenant, now) is { } tenantFor)
                return ("tenant", tenantFor);
            ofTenant.Enqueue(now);
            ofConversation.Enqueue(now);
            return null;
        }
    }

    private static Queue<long> Calls(Dictionary<string, Queue<long>> all, string name) =>
        all.TryGetValue(name, out var calls) ? calls : all[name] = new();

    private static int? Full(Queue<long> calls, Window[] windows, long now)
    {
        while (calls.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest, now) >= windows[^1].Length)
            calls.Dequeue();
        foreach (var window in windows)
        {
            if (
                calls.Count >= window.Calls
                && calls.ElementAt(calls.Count - window.Calls) is var first
                && Stopwatch.GetElapsedTime(first, now) is var since
                && since < window.Length
            )
            {
                return (int)Math.Ceiling((window.Length - since).TotalSeconds);
            }
        }

        return null;
    }

    private sealed record Window(int Calls, int Seconds)
    {
        public TimeSpan Length { get; } = TimeSpan.FromSeconds(Seconds);
    }
}
