using System.Globalization;
using Milestones.Conversations;
using Milestones.Turns;

namespace Milestones.Bench.Sending;

/// <summary>
/// A larger school on paper, from what was measured of a smaller one; Cosmos DB from its published prices
/// (<see cref="RequestUnits"/>).
/// </summary>
/// <param name="SecondsAtLimit">Until the last prompt is sent, when all are due at one moment.</param>
/// <param name="PromptsPerSecond">On the way, over all tenants.</param>
/// <param name="Processors">That the bots need then, all together.</param>
/// <param name="RequestUnitsPerSecond">That the store needs then.</param>
/// <param name="RequestUnitsPerPrompt">Two turns: the claim and the note, each a read and a replace.</param>
/// <param name="SpreadSeconds">The same with prompts spread as the bot does by itself.</param>
/// <param name="WaitingMegabytes">In each process, for all keys that may wait in memory.</param>
internal sealed record Projection(
    int Students,
    int Tenants,
    double SecondsAtLimit,
    double PromptsPerSecond,
    double Processors,
    double RequestUnitsPerSecond,
    double RequestUnitsPerPrompt,
    double SpreadSeconds,
    double SpreadPromptsPerSecond,
    double SpreadProcessors,
    double SpreadRequestUnitsPerSecond,
    double BytesPerWaitingKey,
    double WaitingMegabytes
)
{
    /// <summary>Over which the bot spreads what is due at one minute.</summary>
    private const double Spread = 300;

    public static Projection Of(Fanout fanout, int students, int tenants)
    {
        var perTenant = (double)students / tenants;
        var rate = fanout.ShareOfAllowed * fanout.PerSecond;
        var seconds = perTenant / rate;
        var prompts = students / seconds;
        var spread = Math.Max(Spread, seconds);
        var units = 2 * (RequestUnits.Read(fanout.DocumentBytes) + RequestUnits.Replace(fanout.DocumentBytes));
        var processor = fanout.ProcessorMilliseconds / 1000;
        var key = BytesOfKey();
        return new(
            students,
            tenants,
            Math.Round(seconds),
            Math.Round(prompts),
            Math.Round(prompts * processor, 1),
            Math.Round(prompts * units),
            Math.Round(units, 1),
            spread,
            Math.Round(students / spread),
            Math.Round(students / spread * processor, 1),
            Math.Round(students / spread * units),
            key,
            Math.Round(key * tenants * Math.Min(TenantAlarms.Most, perTenant) / (1024 * 1024))
        );
    }

    public string InWords() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Students:N0} students in {Tenants} tenants, on paper:
              all due at one moment: {SecondsAtLimit:N0} s, {PromptsPerSecond:N0} prompts a second, {Processors:0.0} processors for the bots, {RequestUnitsPerSecond:N0} RU/s
              spread over {Spread
                / 60:0} minutes:  {SpreadSeconds:N0} s, {SpreadPromptsPerSecond:N0} prompts a second, {SpreadProcessors:0.0} processors, {SpreadRequestUnitsPerSecond:N0} RU/s
              {RequestUnitsPerPrompt:0.0} RU a prompt; {WaitingMegabytes:N0} MB in each process for what waits ({BytesPerWaitingKey:N0} bytes a key)
            """
        );

    /// <summary>Memory for one document that waits for its tenant's room, measured.</summary>
    private static double BytesOfKey()
    {
        const int keys = 20_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var order = new DueOrder(new Random(1));
        var known = new HashSet<DocumentKey>();
        for (var n = 0; n < keys; n++)
        {
            var key = DocumentKeys.Person(
                new("00000000-0000-4000-8000-000000000000", $"bbbbbbbb-0000-4000-8000-{n:d12}")
            );
            key = key with { Id = new string(key.Id) }; // as it comes from a store
            order.Add(key);
            known.Add(key);
        }

        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / keys;
        GC.KeepAlive(order);
        GC.KeepAlive(known);
        return Math.Round(bytes);
    }
}
