using System.Collections.Concurrent;
using System.Net;

namespace Milestones.Channel.Teams;

/// <summary>
/// Counts what is refused: the first of a kind is logged at once, and then once a minute how many there were. An
/// address from which very many were refused gets a shorter answer for the rest of the minute. Requests with a valid
/// token are never counted, whatever address they share with others.
/// </summary>
internal sealed partial class RefusalCounts(TimeProvider time, ILogger<InboundGate> logger) : BackgroundService
{
    /// <summary>
    /// Refused from one address in a minute: no client of a person, and no operator who tries, comes near.
    /// </summary>
    public const int MostFromAddress = 300;

    /// <summary>More addresses at once share one count: memory is bounded, whoever comes.</summary>
    private const int MostAddresses = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IPAddress, int> _addresses = new();

    /// <summary>Counts one refusal, by why.</summary>
    /// <returns>False where the address has had so many that it is not to be answered at length.</returns>
    public bool Count(string why, IPAddress? address)
    {
        if (_kinds.AddOrUpdate(why, 0, static (_, count) => count + 1) == 0)
            Log.Refused(logger, why);
        var from =
            address is null || (_addresses.Count >= MostAddresses && !_addresses.ContainsKey(address))
                ? IPAddress.None
                : address;
        return _addresses.AddOrUpdate(from, 1, static (_, count) => count + 1) <= MostFromAddress;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            EndMinute();
    }

    /// <summary>One line for each kind that came more than once.</summary>
    internal void EndMinute()
    {
        foreach (var why in _kinds.Keys)
        {
            if (_kinds.TryRemove(why, out var more) && more > 0)
                Log.More(logger, why, more);
        }

        _addresses.Clear();
    }

    private static partial class Log
    {
        [LoggerMessage(2002, LogLevel.Warning, "Activity refused: {Reason}.")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(2005, LogLevel.Warning, "Activity refused: {Reason}, {Count} more in the last minute.")]
        public static partial void More(ILogger logger, string reason, int count);
    }
}
